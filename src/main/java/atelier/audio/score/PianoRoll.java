package atelier.audio.score;

import atelier.drawing.Png;
import atelier.drawing.StrokeFont;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/// A picture of a score: time to the right, pitch upward, the melody bright, what goes along with it dim. Drawn with
/// shapes only; needs no display, no font and no font configuration.
public final class PianoRoll {
    /// Pixels across.
    public static final int WIDTH = 1600;

    static final Color GROUND = new Color(0x14161F), INK = new Color(0xECEFF7), FAINT_INK = new Color(0x8E96AC);
    private static final int HEAD = 104, FOOT = 22, MOST_ROWS = 4, BARS_A_ROW = 8;

    private PianoRoll() {}

    /// The picture as PNG.
    public static byte[] png(Score score) {
        int rows = Math.min(MOST_ROWS, (score.bars() + BARS_A_ROW - 1) / BARS_A_ROW);
        int barsARow = (score.bars() + rows - 1) / rows;
        rows = (score.bars() + barsARow - 1) / barsARow;
        var row = new RollRow(score, rows, barsARow);
        var image = new BufferedImage(WIDTH, HEAD + rows * row.height() + FOOT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        title(graphics, score);
        legend(graphics, score);
        for (int i = 0; i < rows; i++) {
            row.draw(graphics, HEAD + i * row.height(), i * barsARow);
        }
        graphics.dispose();
        return Png.of(image);
    }

    private static void title(Graphics2D graphics, Score score) {
        graphics.setColor(INK);
        double size = Math.min(25, 25 * (WIDTH - 80) / Math.max(1, StrokeFont.width(score.drawnTitle(), 25)));
        StrokeFont.draw(graphics, score.drawnTitle(), RollRow.LEFT - 56, 48, size);
        graphics.setColor(FAINT_INK);
        String beats = score.metre().tap() == 4 ? "" : " (" + score.metre().tapName() + ")";
        StrokeFont.draw(graphics,
                String.format(Locale.ROOT, "%s  ·  %d BPM%s  ·  %s  ·  %d bar%s  ·  %.1f s", score.key().title(),
                        score.tempo(), beats, score.metre(), score.bars(), score.bars() == 1 ? "" : "s",
                        score.seconds()),
                RollRow.LEFT - 56, 82, 14);
    }

    // Which colour is whose, from the right.
    private static void legend(Graphics2D graphics, Score score) {
        double x = WIDTH - 40;
        for (int i = score.parts().size() - 1; i >= 0; i--) {
            String name = score.parts().get(i).name();
            x -= StrokeFont.width(name, 11);
            graphics.setColor(FAINT_INK);
            StrokeFont.draw(graphics, name, x, 82, 11);
            x -= 20;
            graphics.setColor(RollRow.color(i));
            graphics.fill(new RoundRectangle2D.Double(x, 71, 13, 12, 4, 4));
            x -= 18;
        }
    }
}
