package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongEditTest {
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null, null);
    private static final SongPlan SONG = SongPlanner.plan(new Wish("a song about rain",
            new MusicBrief("G", "major", 100, "4/4", null, null, "pop", null, null, 7L), 7, false, Optional.empty(),
            false));
    private static final Draft DRAFT = PlanReader.read(new String(PlanJson.of(SONG), StandardCharsets.UTF_8));

    private static SongPlan changed(String words, MusicBrief said) {
        SongEdit edit = SongEdit.of(words, said, DRAFT).orElseThrow();
        return SongPlanner.plan(new Wish(words, edit.brief(), 99, false, Optional.empty(), edit.anew()), edit.draft(),
                "the built-in songwriter");
    }

    @ParameterizedTest
    @CsvSource({"up a tone,A", "up a semitone,Ab", "down a third,Eb", "lower,F", "einen Ton höher,A",
            "up a fifth,D"})
    void theKeyMovesAndTheRestStays(String words, String key) {
        SongPlan plan = changed(words, SILENT);
        assertThat(plan.music().key().tonicName()).isEqualTo(key);
        assertThat(plan.music().key().scale()).isEqualTo(SONG.music().key().scale());
        assertThat(plan.sections()).isEqualTo(SONG.sections());
        assertThat(plan.music().tempo()).isEqualTo(100);
    }

    @Test
    void slowerIsSlowerThanTheSongWas() {
        var slower = new MusicBrief(null, null, null, null, null, null, null, null, null, null, 0.8);
        assertThat(changed("slower", slower).music().tempo()).isEqualTo(80);
    }

    @Test
    void anotherTuneKeepsTheWords() {
        SongPlan plan = changed("another tune please", SILENT);
        assertThat(plan.music().seed()).isEqualTo(99);
        assertThat(plan.sections()).isEqualTo(SONG.sections());
    }

    @Test
    void otherWordsKeepTheChords() {
        SongPlan plan = changed("other words", SILENT);
        assertThat(plan.sections().get(1).chords()).isEqualTo(SONG.sections().get(1).chords());
        assertThat(plan.sections().get(1).lyrics()).isNotEqualTo(SONG.sections().get(1).lyrics());
    }

    @Test
    void aWaltzOfItKeepsTheWords() {
        SongPlan plan = changed("as a waltz", new MusicBrief(null, null, null, "3/4", null, null, "waltz", null, null,
                null));
        assertThat(plan.music().metre()).hasToString("3/4");
        assertThat(plan.genre()).isEqualTo("waltz");
        assertThat(plan.sections().get(1).lyrics()).isEqualTo(SONG.sections().get(1).lyrics());
    }

    @Test
    void sadderIsMinorAndSlowerWithChordsOfItsOwn() {
        SongPlan plan = changed("sadder", new MusicBrief(null, null, null, null, null, null, null, "sad", null, null));
        assertThat(plan.music().key().title()).isEqualTo("G minor");
        assertThat(plan.music().tempo()).isEqualTo(90);
        assertThat(plan.sections().get(1).chords()).isNotEqualTo(SONG.sections().get(1).chords());
    }

    @Test
    void onlyTheChorusIsOneChorus() {
        assertThat(changed("only the chorus", SILENT).sections()).hasSize(1);
    }

    @Test
    void wordsThatNameNothingAreNoChange() {
        assertThat(SongEdit.of("hmm, I don't know", SILENT, DRAFT)).isEmpty();
    }
}
