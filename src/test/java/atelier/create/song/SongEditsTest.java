package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.audio.score.Score;
import atelier.chat.UserFacingException;
import atelier.create.song.SongPlan.Role;
import atelier.intent.MusicBrief;
import atelier.intent.MusicChange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each change of a song changes what it names, and nothing else.
class SongEditsTest {
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null, null);
    private static final SongPlan SONG = SongPlanner.plan(new Wish("a pop song about the sea in G major",
            new MusicBrief("G", "major", 100, null, null, null, "pop", null, null, 7L), 1, false, Optional.empty(),
            false));
    private static final String FILE = new String(PlanJson.of(SONG), StandardCharsets.UTF_8);

    private record Changed(SongPlan plan, Arrangement arrangement) {}

    private static Changed changed(String words, MusicBrief said) {
        var draft = PlanReader.read(FILE);
        var change = MusicChange.in(words);
        var edit = SongEdit.of(change, words, said, draft).orElse(new SongEdit(draft, said, false, false));
        var wish = new Wish(words, edit.brief(), 99, false, Optional.empty(), edit.anew());
        return new Changed(SongPlanner.plan(wish, edit.draft(), "the built-in songwriter"),
                Arrangement.NONE.changed(change));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            faster                        | tempo
            120 bpm                       | tempo
            down a tone                   | key
            in D major                    | key
            as jazz                       | genre
            in 3/4                        | metre
            darker                        | chords mode tempo
            happier                       | tempo
            only verse one                | bars chords form lines
            only the chorus               | bars form lines
            add a bridge                  | bars form lines
            without the bridge            | bars form lines
            shorter                       | bars form lines
            other words about winter      | lines title
            keep the lyrics, new tune     | seed
            another take                  | lines seed
            make the chorus higher        | arrangement
            without drums                 | arrangement
            without words                 | arrangement
            louder drums                  | arrangement
            without drums, and slower     | arrangement tempo
            """)
    void itChangesWhatItNames(String words, String what) {
        var now = changed(words, said(words));
        assertThat(difference(now)).isEqualTo(what);
    }

    // As the engine hands it over: what the parser found, and the pace.
    private static MusicBrief said(String words) {
        return switch (words) {
            case "faster" -> paced(1.25);
            case "without drums, and slower" -> paced(0.8);
            case "120 bpm" -> new MusicBrief(null, null, 120, null, null, null, null, null, null, null);
            case "in D major" -> new MusicBrief("D", "major", null, null, null, null, null, null, null, null);
            case "as jazz" -> new MusicBrief(null, null, null, null, null, null, "jazz", null, null, null);
            case "in 3/4" -> new MusicBrief(null, null, null, "3/4", null, null, null, null, null, null);
            case "darker" -> new MusicBrief(null, null, null, null, null, null, null, "dark", null, null);
            case "happier" -> new MusicBrief(null, null, null, null, null, null, null, "happy", null, null);
            default -> SILENT;
        };
    }

    private static MusicBrief paced(double pace) {
        return new MusicBrief(null, null, null, null, null, null, null, null, null, null, pace);
    }

    private static String difference(Changed now) {
        var before = SONG;
        var plan = now.plan();
        var all = new TreeSet<String>();
        note(all, "tempo", before.music().tempo(), plan.music().tempo());
        note(all, "key", before.music().key().tonicName(), plan.music().key().tonicName());
        note(all, "mode", before.music().key().scale(), plan.music().key().scale());
        note(all, "metre", before.music().metre(), plan.music().metre());
        note(all, "bars", before.music().bars(), plan.music().bars());
        note(all, "seed", before.music().seed(), plan.music().seed());
        note(all, "genre", before.genre(), plan.genre());
        note(all, "title", before.title(), plan.title());
        note(all, "form", before.sections().stream().map(it -> it.role()).toList(),
                plan.sections().stream().map(it -> it.role()).toList());
        note(all, "lines", before.sections().stream().map(it -> it.lyrics()).toList(),
                plan.sections().stream().map(it -> it.lyrics()).toList());
        note(all, "chords", chorus(before), chorus(plan));
        note(all, "arrangement", Arrangement.NONE, now.arrangement());
        return String.join(" ", all);
    }

    private static Object chorus(SongPlan plan) {
        return plan.sections().stream().filter(it -> it.role() == Role.CHORUS).findFirst()
                .map(it -> it.chords().subList(0, 4).stream().map(Numeral::text).toList()).orElse(java.util.List.of());
    }

    private static void note(Set<String> all, String what, Object before, Object now) {
        if (!before.equals(now)) {
            all.add(what);
        }
    }

    @Test
    void onlyVerseOneHasItsWords() {
        assertThat(changed("only verse one", SILENT).plan().sections()).singleElement()
                .satisfies(it -> assertThat(it.lyrics()).isEqualTo(SONG.sections().get(1).lyrics()));
    }

    @Test
    void aPartThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> changed("without the pre-chorus", SILENT)).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no pre-chorus").hasMessageContaining("intro, verse, chorus");
    }

    @Test
    void aHigherChorusIsHigherAndTheVersesStay() {
        var composed = SongComposer.compose(SONG, new Syllables("en"), true);
        var higher = Arrangement.NONE.changed(MusicChange.in("make the chorus higher")).of(composed, SONG);

        assertThat(mean(higher, Role.CHORUS)).isBetween(mean(composed, Role.CHORUS) + 2,
                mean(composed, Role.CHORUS) + 7);
        assertThat(mean(higher, Role.VERSE)).isEqualTo(mean(composed, Role.VERSE));
        assertThat(higher.parts().getFirst().notes()).allMatch(note -> higher.key().contains(note.pitch()));
        assertThat(higher.parts().subList(1, 4)).isEqualTo(composed.parts().subList(1, 4));
    }

    private static double mean(Score score, Role role) {
        int bar = 0;
        int sum = 0;
        int count = 0;
        for (var section : SONG.sections()) {
            int from = bar * score.metre().ticks();
            int to = from + section.bars() * score.metre().ticks();
            for (var note : score.parts().getFirst().notes()) {
                if (section.role() == role && note.start() >= from && note.start() < to) {
                    sum += note.pitch();
                    count++;
                }
            }
            bar += section.bars();
        }
        return (double) sum / count;
    }

    @Test
    void whoIsSilentIsKeptInTheFileAndComesBack() {
        var composed = SongComposer.compose(SONG, new Syllables("en"), true);
        var quiet = Arrangement.NONE.changed(MusicChange.in("without drums and words"));
        var kept = Arrangement.read(new String(quiet.in(PlanJson.of(SONG)), StandardCharsets.UTF_8));

        assertThat(kept).isEqualTo(quiet);
        assertThat(kept.of(composed, SONG).parts()).hasSize(3).noneMatch(part -> part.channel() == 9);
        assertThat(kept.of(composed, SONG).lyrics()).isEmpty();
        assertThat(kept.changed(MusicChange.in("with drums, with words"))).isEqualTo(Arrangement.NONE);
    }
}
