package atelier.audio.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PianoRollTest {
    private static Score scale(int bars) {
        var notes = new ArrayList<Note>();
        for (int bar = 0; bar < bars; bar++) {
            for (int i = 0; i < 4; i++) {
                notes.add(new Note(bar * 1920 + i * 480, 480, 60 + 2 * i, 60 + 20 * i));
            }
        }
        return new Score("Scale", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 100, bars,
                List.of(new Part("Melody", 0, 0, 100, 64, notes)), List.of(new Score.Mark(0, "C")),
                List.of(new Score.Mark(0, "A")));
    }

    private static BufferedImage picture(int bars) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PianoRoll.png(scale(bars))));
    }

    @Test
    void pictureShowsWordsKeysAndColouredNotes() throws IOException {
        BufferedImage picture = picture(4);
        assertThat(picture.getWidth()).isEqualTo(PianoRoll.WIDTH);
        var colours = new HashSet<Integer>();
        int words = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
                words += y < 60 && picture.getRGB(x, y) != new Color(0x14161F).getRGB() ? 1 : 0;
            }
        }
        assertThat(colours).hasSizeGreaterThan(200);
        assertThat(words).as("ink of the title").isGreaterThan(300);
    }

    @Test
    void loudNotesAreWarmerThanSoftOnes() throws IOException {
        BufferedImage picture = picture(1);
        // The first and the last note, at a sixth of their length.
        var soft = new HashSet<Integer>();
        var loud = new HashSet<Integer>();
        for (int y = 150; y < picture.getHeight() - 40; y++) {
            soft.add(picture.getRGB(RollRow.LEFT + 60, y));
            loud.add(picture.getRGB(RollRow.LEFT + 3 * 366 + 60, y));
        }
        assertThat(soft).contains(new Color(0x35C2B0).getRGB());
        assertThat(loud.stream().map(Color::new).anyMatch(c -> c.getRed() > 230 && c.getGreen() < 130)).isTrue();
    }

    @Test
    void longPiecesTakeMoreRowsButNeverMoreThanFour() throws IOException {
        int one = picture(8).getHeight();
        int two = picture(16).getHeight();
        assertThat(two).isGreaterThan(one);
        assertThat(picture(128).getHeight()).isEqualTo(picture(32).getHeight());
    }
}
