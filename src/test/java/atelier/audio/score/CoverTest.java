package atelier.audio.score;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.OggOpus;
import atelier.audio.Programs;
import atelier.audio.Sound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverTest {
    @TempDir
    private Path folder;

    private static Score score(String title) {
        return new Score(title, new Key(3, Scale.MAJOR), Metre.FOUR_FOUR, 120, 2,
                List.of(new Part("Voice", 0, 73, 110, 64, List.of(new Note(0, 480, 60, 90)))), List.of(), List.of(),
                List.of(new Score.Lyric(0, "la", false, true)));
    }

    private static int inked(byte[] jpeg, int from, int to) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(Cover.SIDE).isEqualTo(image.getHeight());
        int ink = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < Cover.SIDE; x++) {
                ink += (image.getRGB(x, y) >> 8 & 0xFF) > 120 ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void showsTitleAndTuneInEveryScriptAndIsSmall() throws IOException {
        for (String title : List.of("The Sea", "Море", "月亮", "A title that is far too long for such a small picture")) {
            byte[] jpeg = Cover.jpeg(score(title));
            assertThat(jpeg.length).isLessThan(30_000);
            assertThat(inked(jpeg, 25, 60)).as("title " + title).isGreaterThan(50);
            assertThat(inked(jpeg, 120, 320)).as("tune").isGreaterThan(50);
        }
    }

    @Test
    void aTitleWithoutLettersForItIsNamedByItsKey() {
        assertThat(score("月亮").drawnTitle()).isEqualTo("Song in A major");
        assertThat(score("Море").drawnTitle()).isEqualTo("Море");
    }

    @Test
    void playersFindItInTheSoundAndOpusinfoHasNoComplaint() throws IOException {
        Programs.need("opusinfo", "ffprobe");
        var sound = new Sound(48_000, new float[48_000], new float[48_000]);
        Files.write(folder.resolve("a.ogg"),
                OggOpus.encode(sound, OggOpus.picture(Cover.jpeg(score("The Sea")), Cover.SIDE), 7));

        assertThat(Programs.said(folder, "opusinfo", "a.ogg")).doesNotContainIgnoringCase("warning")
                .contains("METADATA_BLOCK_PICTURE");
        assertThat(Programs.said(folder, "ffprobe", "-v", "warning", "-show_entries", "stream=codec_name,width",
                "a.ogg")).contains("codec_name=mjpeg", "width=320").contains("codec_name=opus");
    }
}
