package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {
    @ParameterizedTest
    @CsvSource({"a calm melody on a violin,violin", "a tune for solo cello,cello", "a piano melody in C,piano",
            "eine ruhige Melodie auf der Geige,violin", "eine Klaviermelodie in d-Moll,piano",
            "una melodía para flauta,flute", "une mélodie pour le violon,violin", "uma melodia para violão,guitar",
            "мелодия на скрипке,violin", "一段小提琴旋律,violin", "a slow waltz with an accordion,accordion",
            "a trumpet solo,trumpet"})
    void theInstrumentOfATuneIsFoundInSevenLanguages(String words, String instrument) {
        assertThat(Instruments.in(words, true)).isEqualTo(instrument);
        assertThat(Instruments.program(instrument)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a calm melody in D minor", "a melody about a violin", "a tune by the sea", "a pop song",
            "eine Melodie über das Horn von Afrika", "a song for my mother"})
    void whereNoneIsNamedNoneIsFound(String words) {
        assertThat(Instruments.in(words, true)).isNull();
    }

    @Test
    void besideASungTuneAnInstrumentAccompanies() {
        assertThat(Instruments.in("a pop song with a piano", false)).isNull();
        assertThat(Instruments.in("a pop song, sung by a flute", false)).isEqualTo("flute");
    }

    @Test
    void whatIsNoInstrumentIsSaid() {
        var parsed = new IntentParser().parse("a melody played on a teapot", null, Situation.NONE);

        assertThat(parsed.intent()).isInstanceOfSatisfying(Intent.ComposeMelody.class,
                melody -> assertThat(melody.brief().remarks()).extracting(Sentence::inEnglish)
                        .singleElement().asString().contains("no “teapot”"));
        assertThat(Instruments.unknown("a melody played on a violin")).isEmpty();
    }
}
