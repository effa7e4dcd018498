package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3FileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {960, 48_000, 100_001, 500_000})
    void playsExactlyAsLongAsTheRecordingAndTheSameWaveAtTheSameTime(int frames) throws IOException {
        Programs.need("ffmpeg");
        Sound sound = Tones.sine(440, -12, frames / 48_000.0, 48_000);
        byte[] opus = OggOpus.encode(sound, Map.of(), 7);
        Files.write(folder.resolve("a.mp3"), Mp3File.of(opus, "A", "B", new byte[0]));

        String said = Programs.said(folder, "ffmpeg", "-v", "error", "-i", "a.mp3", "-f", "f32le", "a.raw");
        var played = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("a.raw"))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(said).isEmpty();
        assertThat(played.remaining() / 8).isEqualTo(frames);
        Sound before = OggOpus.decode(opus);
        for (int i = 2400; i < frames - 2400; i++) {
            assertThat(played.getFloat(8 * i)).as("frame " + i).isCloseTo(before.left()[i], within(0.02f));
        }
    }

    @Test
    void saysItsTitleItsPerformerAndShowsItsCover() throws IOException {
        Programs.need("ffprobe");
        var cover = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB), "jpg", cover);
        byte[] opus = OggOpus.encode(Tones.sine(440, -12, 1, 48_000), Map.of(), 7);
        Files.write(folder.resolve("a.mp3"), Mp3File.of(opus, "Das Meer – море", "Atelier", cover.toByteArray()));

        String said = Programs.said(folder, "ffprobe", "-v", "warning", "-show_entries",
                "format=duration:format_tags=title,artist:stream=codec_name,width,sample_rate", "a.mp3");
        assertThat(said).contains("TAG:title=Das Meer – море", "TAG:artist=Atelier", "codec_name=mp3",
                "codec_name=mjpeg", "width=320", "sample_rate=48000");
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        assertThatThrownBy(() -> Mp3File.of(new byte[100], "", "", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
