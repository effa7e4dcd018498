package atelier.audio.score;

import atelier.drawing.StrokeFont;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The small square picture a player shows beside a piece: its title and the first bars of its melody.
public final class Cover {
    /// Pixels of a side.
    public static final int SIDE = 320;

    private static final int MARGIN = 22, TOP = 112, LETTERS = 22, BARS = 4;
    private static final Color[] HUES = {new Color(0x35C2B0), new Color(0xF2C14E), new Color(0xF2705C),
            new Color(0xA9C7FF), new Color(0xC79BE8)};

    private Cover() {}

    /// As JPEG, some ten kilobytes.
    public static byte[] jpeg(Score score) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(PianoRoll.GROUND);
        pen.fillRect(0, 0, SIDE, SIDE);
        words(pen, score.drawnTitle(), 52, LETTERS, PianoRoll.INK);
        words(pen, score.key().title() + "  ·  " + score.metre() + "  ·  " + score.tempo() + " BPM", 80, 11,
                PianoRoll.FAINT_INK);
        melody(pen, score);
        pen.dispose();
        return jpeg(image);
    }

    private static void words(Graphics2D pen, String text, double y, double height, Color color) {
        double width = Math.max(1, StrokeFont.width(text, height));
        pen.setColor(color);
        StrokeFont.draw(pen, text, MARGIN, y, Math.min(height, height * (SIDE - 2 * MARGIN) / width));
    }

    // From the bar of its first note; each piece in a colour of its own.
    private static void melody(Graphics2D pen, Score score) {
        List<Note> notes = score.parts().getFirst().notes();
        if (notes.isEmpty()) {
            return;
        }
        int bar = score.metre().ticks();
        int from = notes.getFirst().start() / bar * bar;
        int until = from + Math.max(1, Math.min(BARS, score.bars() - from / bar)) * bar;
        List<Note> seen = notes.stream().filter(note -> note.start() < until).toList();
        var pitches = seen.stream().mapToInt(Note::pitch).summaryStatistics();
        double across = (double) (SIDE - 2 * MARGIN) / (until - from);
        double lane = (double) (SIDE - TOP - 2 * MARGIN) / Math.max(6, pitches.getMax() - pitches.getMin() + 1);
        pen.setColor(HUES[Math.floorMod(score.title().hashCode(), HUES.length)]);
        for (Note note : seen) {
            pen.fill(new RoundRectangle2D.Double(MARGIN + (note.start() - from) * across,
                    TOP + MARGIN + (pitches.getMax() - note.pitch()) * lane,
                    Math.max(4, (Math.min(until, note.end()) - note.start()) * across - 3), lane * 0.85, 6, 6));
        }
    }

    private static byte[] jpeg(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
