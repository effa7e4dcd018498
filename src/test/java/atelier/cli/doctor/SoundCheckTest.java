package atelier.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.TinySoundfont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundCheckTest {
    @TempDir
    private Path folder;

    private static Finding finding(@Nullable Path soundfont) {
        return new SoundCheck(soundfont).findings().getFirst();
    }

    @Test
    void withoutASoundfontTheBuiltInInstrumentsPlay() {
        assertThat(finding(null)).isEqualTo(Finding.fine("Sound", "music is played by the built-in instruments"));
    }

    @Test
    void aGoodSoundfontIsNamedWithWhatIsInIt() throws IOException {
        var file = Files.write(folder.resolve("good.sf2"), new TinySoundfont().bytes());

        assertThat(finding(file)).isEqualTo(Finding.fine("Sound", "music is played by Tiny Sine (1 instruments)"));
    }

    @Test
    void compressedSamplesAMissingFileAndADamagedOneAreSaidWithWhatToDo() throws IOException {
        var compressed = Files.write(folder.resolve("a.sf3"), new TinySoundfont().version(3).bytes());
        var damaged = Files.write(folder.resolve("cut.sf2"), Arrays.copyOf(new TinySoundfont().bytes(), 4000));

        assertDoubtful(finding(compressed), "a.sf3 has compressed samples (SF3), which would play as noise");
        assertDoubtful(finding(folder.resolve("none.sf2")), "none.sf2 is not there");
        assertDoubtful(finding(damaged), "cut.sf2 is cut off");
    }

    private static void assertDoubtful(Finding finding, String sentence) {
        assertThat(finding.level()).isEqualTo(Finding.Level.DOUBTFUL);
        assertThat(finding.line()).contains(sentence, "The built-in instruments play instead.",
                "Set `soundfont` to a SoundFont 2 file that can be read, or leave it empty.");
    }
}
