package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.SoundBank;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.language.Language;
import atelier.language.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);

    @TempDir
    private Path folder;

    private Samples samples() {
        return new Samples(SoundBank.BUILT_IN, folder.resolve("samples"));
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(folder.resolve("samples"))) {
            return files.toList();
        }
    }

    @Test
    void isMadeOnceAndFoundAfterARestartAsItWas() throws IOException {
        var first = samples().of("waltz", ENGLISH);
        assertThat(first.files()).extracting(Artifact::mediaType).containsExactly("audio/ogg", "audio/midi",
                "image/png");
        var file = kept().getFirst();
        // What was not made anew still bears the mark of another.
        var other = new Creation("Marked", first.files(), first.text(), List.of(), null, first.maker());
        new SampleFolder(folder.resolve("samples")).keep(file.getFileName().toString(), other);

        var second = samples().of("waltz", ENGLISH);

        assertThat(kept()).containsExactly(file);
        assertThat(second.title()).isEqualTo("Marked");
        assertThat(second.text()).isEqualTo(first.text());
        for (int i = 0; i < first.files().size(); i++) {
            assertThat(second.files().get(i).content()).isEqualTo(first.files().get(i).content());
        }
    }

    @Test
    void aDamagedOneIsMadeAnew() throws IOException {
        byte[] sound = samples().of("waltz", ENGLISH).files().getFirst().content();
        var file = kept().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] damaged : List.of(Arrays.copyOf(bytes, bytes.length / 2), new byte[0], changed(bytes))) {
            Files.write(file, damaged);

            assertThat(samples().of("waltz", ENGLISH).files().getFirst().content()).isEqualTo(sound);
            assertThat(Files.size(file)).isEqualTo(bytes.length);
        }
    }

    private static byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[1000] ^= 1;
        return changed;
    }

    @Test
    void theLongestUnheardGoWhenThereAreTooManyAndOtherFilesStay() throws IOException {
        var shelf = new SampleFolder(folder);
        var sample = new Creation("A", List.of(), "text", List.of(), null, "me");
        Files.writeString(folder.resolve("note.txt"), "mine");
        for (int i = 0; i < SampleFolder.MOST; i++) {
            shelf.keep(print(i), sample);
            Files.setLastModifiedTime(folder.resolve(print(i)), FileTime.fromMillis(1_000_000L + i));
        }
        assertThat(shelf.find(print(0))).isPresent();

        shelf.keep(print(1000), sample);
        shelf.keep(print(1001), sample);

        assertThat(shelf.find(print(0))).as("heard just now").isPresent();
        assertThat(shelf.find(print(1))).isEmpty();
        assertThat(shelf.find(print(2))).isEmpty();
        assertThat(shelf.find(print(3))).isPresent();
        assertThat(folder.resolve("note.txt")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlyTime() throws IOException {
        Files.writeString(folder.resolve("samples"), "a file in the way");

        assertThat(samples().of("waltz", ENGLISH).files()).hasSize(3);
    }

    private static String print(int number) {
        return HexFormat.of().toHexDigits(number).repeat(8);
    }
}
