package atelier.audio.notation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.PianoRoll;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private static final Key C = new Key(0, Scale.MAJOR);

    private static BufferedImage page(Score score) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(StaffPage.png(score)));
    }

    private static Score with(Score score, int bars, List<Score.Lyric> lyrics) {
        return new Score(score.title(), score.key(), score.metre(), score.tempo(), bars, score.parts(), score.chords(),
                score.forms(), lyrics);
    }

    @Test
    void everyHardScoreHasBothPictures() throws IOException {
        for (Map.Entry<String, Score> it : Scores.all().entrySet()) {
            assertThat(page(it.getValue()).getWidth()).as(it.getKey()).isEqualTo(1600);
            var roll = ImageIO.read(new ByteArrayInputStream(PianoRoll.png(it.getValue())));
            assertThat(roll.getHeight()).as(it.getKey()).isBetween(200, 2500);
        }
    }

    @Test
    void aVeryLongSongHasAPageThatEnds() throws IOException {
        Score score = Scores.score(Metre.FOUR_FOUR, C, 3);
        assertThat(page(with(score, 800, score.lyrics())).getHeight()).isLessThan(4000);
    }

    @Test
    void cyrillicWordsAreDrawnAndWhatCannotBeIsSaidAtTheFoot() throws IOException {
        Score score = Scores.score(Metre.THREE_FOUR, C, 1);
        int silent = page(with(score, score.bars(), List.of())).getHeight();
        BufferedImage cyrillic = page(score);
        assertThat(cyrillic.getHeight()).isGreaterThanOrEqualTo(silent);
        assertThat(ink(cyrillic)).isGreaterThan(ink(page(with(score, score.bars(), List.of()))) + 200);
        var chinese = score.lyrics().stream()
                .map(lyric -> new Score.Lyric(lyric.tick(), "月", false, lyric.begins())).toList();
        assertThat(page(with(score, score.bars(), chinese)).getHeight()).as("a line more").isEqualTo(silent + 22);
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 130; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    /// Draws in a machine that has neither a font nor a configuration of fonts nor a display.
    public static final class WithoutFonts {
        private WithoutFonts() {}

        public static void main(String[] arguments) {
            Score score = Scores.score(Metre.SIX_EIGHT, new Key(4, Scale.MINOR), 1);
            System.out.println("drawn " + StaffPage.png(score).length + " " + PianoRoll.png(score).length);
        }
    }

    @Test
    void aMachineWithoutFontsDrawsThemToo(@TempDir Path folder) throws IOException, InterruptedException {
        Path nothing = Files.createFile(folder.resolve("fontconfig.properties"));
        Path said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Dsun.awt.fontconfig=" + nothing, "-Dsun.java2d.fontpath=" + folder, "-cp",
                System.getProperty("java.class.path"), WithoutFonts.class.getName())
                .redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("FONTCONFIG_FILE", nothing.toString());
        builder.environment().put("FONTCONFIG_PATH", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(Files.readAllBytes(said), UTF_8)).matches("(?s)drawn \\d{5,} \\d{5,}\\R");
        assertThat(process.exitValue()).isZero();
    }
}
