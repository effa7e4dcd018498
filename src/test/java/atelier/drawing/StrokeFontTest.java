package atelier.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokeFontTest {
    @ParameterizedTest
    @CsvSource({"für,fur", "Äpfel,Apfel", "señor,senor", "coração,coracao", "déjà,deja", "Ångström,Angstrom", "йод,иод",
            "ёлка,елка", "Dvořák,Dvorak", "być,byc"})
    void marksAreDrawnAndMoveNothingElse(String marked, String plain) {
        assertThat(StrokeFont.width(marked, 24)).isEqualTo(StrokeFont.width(plain, 24));
        assertThat(ink(drawn(marked))).isGreaterThan(ink(drawn(plain)) + 3);
    }

    @ParameterizedTest
    @CsvSource({"Straße", "Größe", "Übermut", "Привет, как дела?"})
    void everyLetterIsKnown(String text) {
        assertThat(StrokeFont.canDraw(text)).isTrue();
        assertThat(ink(drawn(text))).isPositive();
    }

    private static BufferedImage drawn(String text) {
        var image = new BufferedImage(400, 60, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        StrokeFont.draw(graphics, text, 10, 40, 24);
        graphics.dispose();
        return image;
    }

    /// Pixels with anything on them.
    private static long ink(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(at -> (image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xff) > 100).count();
    }
}
