package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.audio.OggOpus;
import atelier.audio.score.MidiReading;
import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SongCreatorTest {
    private static final MusicBrief SHORT = new MusicBrief("G", "major", 150, "4/4", 10, null, "pop", null, null, null);
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null, null);
    private static final String ANSWER = "{\"title\": \"Kites\", \"key\": \"D\", \"mode\": \"major\", \"bpm\": 150, "
            + "\"metre\": \"4/4\", \"genre\": \"rock\", \"sections\": [{\"name\": \"Chorus\", \"chords\": [\"I\", \"IV\"], "
            + "\"lyrics\": [\"Paper kites above the hill\", \"Paper kites are flying still\"]}]}";

    private static Workbench bench(Workbench.@Nullable Work work) {
        return new Workbench(List.of(), List.of(), work, Terms.of(null, null, true), 11, _ -> {}, new Cancellation());
    }

    private static ScriptedRouter silent() {
        return new ScriptedRouter().fails(Failure.NO_MODEL, "No model is there.");
    }

    private static Artifact file(Creation creation, String ending) {
        return creation.files().stream().filter(it -> it.path().endsWith(ending)).findFirst().orElseThrow();
    }

    @Test
    void withoutAModelThereAreAllFilesAndTheTextSaysSo() throws IOException {
        Creation creation = new SongCreator(silent())
                .create(new Intent.ComposeSong("a happy pop song about the sea in G major", SHORT), bench(null));
        assertThat(creation.checks()).allMatch(Check::passed, "passed");
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("the-sea.ogg", "the-sea.mid",
                "the-sea-notes.png", "the-sea-roll.png", "the-sea-lyrics.txt", "the-sea.musicxml", "the-sea.abc",
                "the-sea.kar", "song.json");
        assertThat(OggOpus.decode(file(creation, ".ogg").content()).frames()).as("ten bars of 1.6 s")
                .isEqualTo(16 * 48_000);
        assertThat(MidiReading.of(file(creation, ".mid").content()).markers()).contains("Chorus");
        for (String picture : List.of("-notes.png", "-roll.png")) {
            assertThat(ImageIO.read(new ByteArrayInputStream(file(creation, picture).content())).getWidth())
                    .isEqualTo(1600);
        }
        assertThat(new String(file(creation, ".kar").content(), StandardCharsets.UTF_8)).contains("@KMIDI KARAOKE FILE",
                "@TThe Sea");
        assertThat(creation.text()).contains("without a model", "phrases", "G major", "150 BPM", "`seed 11`");
        assertThat(creation.maker()).isEqualTo("the built-in composer");
    }

    @Test
    void aModelsPartIsNamed() {
        Creation creation = new SongCreator(new ScriptedRouter().says(ANSWER))
                .create(new Intent.ComposeSong("a song about kites", SILENT), bench(null));
        assertThat(creation.title()).isEqualTo("Kites");
        assertThat(creation.text()).contains("lines of lyrics", "by tiny", "D major");
        assertThat(creation.answeredBy()).isNotNull();
    }

    @Test
    void anAnswerWithoutAPlanIsAskedForOnceMoreAndThenDoneWithout() {
        var router = new ScriptedRouter().says("I love songs.").says("Still prose.");
        Creation creation = new SongCreator(router).create(new Intent.ComposeSong("a song about kites", SHORT),
                bench(null));
        assertThat(router.asked()).hasSize(2);
        assertThat(creation.text()).contains("tiny answered nothing I could use");
    }

    @Test
    void aReplyChangesTheSongAndKeepsItsWords() {
        Creation first = new SongCreator(silent()).create(new Intent.ComposeSong("a song about the sea", SHORT),
                bench(null));
        var router = new ScriptedRouter();
        Creation second = new SongCreator(router).create(new Intent.ComposeSong("up a tone", SILENT),
                bench(new Workbench.Work("a song about the sea", 1, first.files())));
        assertThat(router.asked()).as("no model is needed").isEmpty();
        assertThat(second.text()).contains("A major");
        var before = MidiReading.of(file(first, ".mid").content()).melody();
        var after = MidiReading.of(file(second, ".mid").content()).melody();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(Math.floorMod(after.get(i).pitch() - before.get(i).pitch(), 12)).isEqualTo(2);
        }
        assertThatThrownBy(() -> new SongCreator(silent()).create(new Intent.ComposeSong("hmm", SILENT),
                bench(new Workbench.Work("a song about the sea", 1, first.files()))))
                .isInstanceOf(UserFacingException.class).hasMessageContaining("up a tone");
    }

    @Test
    void aToplineIsAVerseAndAChorusWithoutDrums() {
        Creation creation = new ToplineCreator(silent())
                .create(new Intent.ComposeTopline("a topline about the sea", new MusicBrief("C", null, 180, null, null,
                        null, "pop", null, null, null)), bench(null));
        var read = MidiReading.of(file(creation, ".mid").content());
        assertThat(read.trackNames()).contains("Voice", "Chords", "Bass").doesNotContain("Drums");
        assertThat(read.markers()).containsExactly("Verse", "Chorus");
    }

    @Test
    void stemsAreOfTheVerySongAndNothingIsComposedAnew() {
        Creation song = new SongCreator(silent()).create(new Intent.ComposeSong("a song about the sea", SHORT),
                bench(null));
        var router = new ScriptedRouter();
        Creation stems = new SongCreator(router).create(new Intent.ComposeSong("stems please", SILENT),
                bench(new Workbench.Work("a song about the sea", 1, song.files())));
        assertThat(router.asked()).isEmpty();
        assertThat(stems.files()).extracting(Artifact::path).containsExactly("the-sea-stems.zip");
        assertThat(stems.checks()).allMatch(Check::passed, "passed");
        assertThat(stems.text()).contains("The Sea", "Voice, Chords, Bass, Drums", "0:16.0");
    }
}
