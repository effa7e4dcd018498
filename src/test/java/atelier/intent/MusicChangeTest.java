package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people ask of a song that is there, in seven languages.
class MusicChangeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            faster                              | pace 1.25
            please make it a bit slower         | pace 0.80
            schneller bitte                     | pace 1.25
            etwas langsamer                     | pace 0.80
            más rápido                          | pace 1.25
            un peu plus lentement               | pace 0.80
            mais rápida                         | pace 1.25
            сделай помедленнее                  | pace 0.80
            快一点                                 | pace 1.25
            make the chorus higher              | lift chorus 1
            the verse lower                     | lift verse -1
            mach den Refrain höher              | lift chorus 1
            el estribillo más agudo             | lift chorus 1
            le refrain plus haut                | lift chorus 1
            o refrão mais agudo                 | lift chorus 1
            припев выше                         | lift chorus 1
            副歌高一点                               | lift chorus 1
            only verse one                      | only verse 1
            just the second verse               | only verse 2
            only the chorus                     | only chorus 0
            nur der Refrain                     | only chorus 0
            solo el estribillo                  | only chorus 0
            seulement le refrain                | only chorus 0
            só o refrão                         | only chorus 0
            только припев                       | only chorus 0
            只要副歌                                | only chorus 0
            nur die zweite Strophe              | only verse 2
            darker                              | mood dark
            dunkler                             | mood dark
            más oscura                          | mood dark
            plus sombre                         | mood dark
            mais sombria                        | mood dark
            мрачнее                             | mood dark
            更暗                                  | mood dark
            happier                             | mood happy
            fröhlicher                          | mood happy
            más alegre                          | mood happy
            plus gai                            | mood happy
            mais alegre                         | mood happy
            веселее                             | mood happy
            更欢快                                 | mood happy
            down a tone                         | move -2
            up a semitone                       | move 1
            einen Ton tiefer                    | move -2
            einen halben Ton höher              | move 1
            un tono más alto                    | move 2
            un ton plus bas                     | move -2
            um tom acima mais alto              | move 2
            на тон ниже                         | move -2
            升一个全音                               | move 2
            an octave higher                    | move 12
            without drums                       | mute drums
            no drums and bass please            | mute bass mute drums
            ohne Schlagzeug                     | mute drums
            sin batería                         | mute drums
            sans batterie                       | mute drums
            sem bateria                         | mute drums
            без ударных                         | mute drums
            不要鼓                                 | mute drums
            without words                       | mute words
            instrumental                        | mute words
            as an instrumental please           | mute words
            ohne Gesang                         | mute words
            sin letra                           | mute words
            sans paroles                        | mute words
            sem letra                           | mute words
            без слов                            | mute words
            不要歌词                                | mute words
            add drums                           | hear drums
            mit Schlagzeug                      | hear drums
            louder drums                        | level drums 1
            make the drums louder               | level drums 1
            drums louder and bass softer        | level bass -1 level drums 1
            lauteres Schlagzeug                 | level drums 1
            Schlagzeug lauter                   | level drums 1
            batería más fuerte                  | level drums 1
            batterie plus forte                 | level drums 1
            bateria mais forte                  | level drums 1
            ударные громче                      | level drums 1
            鼓大声一点                               | level drums 1
            shorter                             | length 0.67
            kürzer                              | length 0.67
            más corta                           | length 0.67
            plus courte                         | length 0.67
            mais curta                          | length 0.67
            покороче                            | length 0.67
            短一点                                 | length 0.67
            add a bridge                        | add bridge
            mit einer Brücke                    | add bridge
            añade un puente                     | add bridge
            ajoute un pont                      | add bridge
            adiciona uma ponte                  | add bridge
            добавь бридж                        | add bridge
            加一段桥段                               | add bridge
            without the intro                   | drop intro
            other words about winter            | anew WORDS
            andere Worte über den Winter        | anew WORDS
            otra letra sobre el invierno        | anew WORDS
            d'autres paroles sur l'hiver        | anew WORDS
            outra letra sobre o inverno         | anew WORDS
            другие слова про зиму               | anew WORDS
            换个歌词                                | anew WORDS
            keep the lyrics, new tune           | anew TUNE
            same words, another melody          | anew TUNE
            gleicher Text, andere Melodie       | anew TUNE
            misma letra, otra melodía           | anew TUNE
            même texte, autre mélodie           | anew TUNE
            mesma letra, outra melodia          | anew TUNE
            те же слова, другая мелодия         | anew TUNE
            保留歌词，换旋律                            | anew TUNE
            another take                        | anew TAKE
            another genre                       | genre?
            anderer Stil                        | genre?
            faster and slower                   | pace 1.00 but faster and slower
            happier and darker                  | mood happy but happier and darker
            higher and lower                    | move 2 but higher and lower
            with drums and without drums        | hear drums mute drums but with and without the same instrument
            hmm, I don't know                   |
            """)
    void whatIsNamedIsRead(String words, String expected) {
        assertThat(said(MusicChange.in(words))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            make the chorus higher       | true
            a faster song about cars     | false
            what does faster mean        | false
            only verse one               | true
            other words about the winter | true
            write a script               | false
            """)
    void whetherNothingElseIsSaidIsKnown(String words, boolean whole) {
        assertThat(MusicChange.in(words).isWhole()).isEqualTo(whole);
    }

    private static String said(MusicChange change) {
        var said = new java.util.TreeSet<String>();
        if (change.pace() != 1 || "faster and slower".equals(change.contradiction())) {
            said.add(String.format(java.util.Locale.ROOT, "pace %.2f", change.pace()));
        }
        if (change.length() != 1) {
            said.add(String.format(java.util.Locale.ROOT, "length %.2f", change.length()));
        }
        if (change.semitones() != 0) {
            said.add("move " + change.semitones());
        }
        change.lifts().forEach((part, by) -> said.add("lift " + part + " " + by));
        if (change.only() != null) {
            said.add("only " + change.only().part() + " " + change.only().number());
        }
        change.added().forEach(part -> said.add("add " + part));
        change.dropped().forEach(part -> said.add("drop " + part));
        change.muted().forEach(part -> said.add("mute " + part));
        change.heard().forEach(part -> said.add("hear " + part));
        change.levels().forEach((part, by) -> said.add("level " + part + " " + by));
        change.rests().forEach(what -> said.add("anew " + what));
        if (change.mood() != null) {
            said.add("mood " + change.mood());
        }
        if (change.asksGenre()) {
            said.add("genre?");
        }
        return String.join(" ", said) + (change.contradiction() == null ? "" : " but " + change.contradiction());
    }
}
