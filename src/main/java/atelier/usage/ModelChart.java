package atelier.usage;

import atelier.drawing.Png;
import atelier.drawing.StrokeFont;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/// A picture of how models did: for each a bar of its speed, with the slower tenth behind it, and a bar of its success.
public final class ModelChart {
    /// Pixels across.
    public static final int WIDTH = 1200;
    /// More models than this are not drawn.
    public static final int MOST = 12;

    private static final Color GROUND = new Color(0x14161F), LANE = new Color(0x1D2130), GRID = new Color(0x2A2F42),
            INK = new Color(0xECEFF7), FAINT_INK = new Color(0x8E96AC), SPEED = new Color(0x35C2B0),
            SLOWER = new Color(0x1F5B5B), GOOD = new Color(0x6FA8FF), FAIR = new Color(0xF2C14E),
            POOR = new Color(0xF2705C);
    private static final int HEAD = 118, ROW = 66, FOOT = 30, LEFT = 40, NAME = 330, BAR = 20;
    private static final int TIME = 400, TIME_WIDTH = 330, SUCCESS = 824, SUCCESS_WIDTH = 180, SPEED_TEXT = 1088;
    private static final double[] STEPS = {1, 2, 4, 10, 20, 40, 100, 200, 400, 1000};

    private final Graphics2D graphics;
    private final Phrases phrases;
    private final double longest;

    private ModelChart(Graphics2D graphics, Phrases phrases, double longest) {
        this.graphics = graphics;
        this.phrases = phrases;
        this.longest = longest;
    }

    /// The picture as PNG. In English where the letters cannot draw the language.
    ///
    /// @param models a row each, from the top
    public static byte[] png(Sentence title, Phrases asked, List<CallFigures> models) {
        var phrases = StrokeFont.canDraw(title.in(asked) + asked.say("statistics.chart.seconds"))
                ? asked
                : Phrases.of(Language.ENGLISH);
        var shown = models.subList(0, Math.min(MOST, models.size()));
        var image = new BufferedImage(WIDTH, HEAD + ROW * shown.size() + FOOT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        var chart = new ModelChart(graphics, phrases, scale(shown));
        chart.head(title.in(phrases), image.getHeight() - FOOT);
        for (var i = 0; i < shown.size(); i++) {
            chart.row(shown.get(i), HEAD + i * ROW);
        }
        graphics.dispose();
        return Png.of(image);
    }

    /// The round number of seconds at the right end of the bars.
    private static double scale(List<CallFigures> models) {
        var slowest = models.stream().mapToLong(it -> it.total().p90Ms()).max().orElse(0) / 1000.0;
        for (var step : STEPS) {
            if (slowest <= step) {
                return step;
            }
        }
        return slowest;
    }

    private void head(String title, int bottom) {
        graphics.setColor(INK);
        words(title, LEFT, 46, 22, WIDTH - 2 * LEFT);
        graphics.setColor(FAINT_INK);
        words(phrases.say("statistics.chart.seconds"), TIME, 84, 11, TIME_WIDTH + 60);
        words(phrases.say("statistics.chart.answered"), SUCCESS, 84, 11, SUCCESS_WIDTH);
        words(phrases.say("statistics.chart.tokens"), SPEED_TEXT, 84, 11, WIDTH - SPEED_TEXT - 30);
        for (var quarter = 0; quarter <= 4; quarter++) {
            var x = TIME + TIME_WIDTH * quarter / 4;
            graphics.setColor(GRID);
            graphics.fillRect(x, HEAD - 8, 1, bottom - HEAD + 8);
            graphics.setColor(FAINT_INK);
            var label = number(longest * quarter / 4);
            StrokeFont.draw(graphics, label, x - StrokeFont.width(label, 9) / 2, HEAD - 12, 9);
        }
    }

    private void row(CallFigures model, int top) {
        var middle = top + ROW / 2;
        graphics.setColor(INK);
        words(model.model(), LEFT, middle - 2, 14, NAME);
        graphics.setColor(FAINT_INK);
        words(phrases.say("statistics.chart.row", "provider", model.provider(), "place",
                Sentence.of(model.local() ? "job.local" : "job.cloud"), "done", model.done(), "calls", model.calls()),
                LEFT, middle + 18, 10, NAME);
        var y = middle - BAR / 2.0;
        bar(TIME, y, TIME_WIDTH, LANE);
        if (model.done() > 0) {
            bar(TIME, y, TIME_WIDTH * share(model.total().p90Ms()), SLOWER);
            bar(TIME, y, TIME_WIDTH * share(model.total().medianMs()), SPEED);
            label(number(model.total().medianMs() / 1000.0) + " s", TIME + TIME_WIDTH + 14, middle);
        }
        bar(SUCCESS, y, SUCCESS_WIDTH, LANE);
        bar(SUCCESS, y, Math.max(4, SUCCESS_WIDTH * model.successShare()), colour(model.successShare()));
        label("%d%%".formatted((int) (100 * model.successShare())), SUCCESS + SUCCESS_WIDTH + 14, middle);
        label(model.tokensPerSecond() > 0 ? number(model.tokensPerSecond()) : "-", SPEED_TEXT,
                middle);
    }

    private double share(long ms) {
        return Math.min(1, ms / 1000.0 / longest);
    }

    private static Color colour(double success) {
        return success >= 0.9 ? GOOD : success >= 0.6 ? FAIR : POOR;
    }

    private void bar(double x, double y, double width, Color colour) {
        if (width > 0) {
            graphics.setColor(colour);
            graphics.fill(new RoundRectangle2D.Double(x, y, Math.max(3, width), BAR, 6, 6));
        }
    }

    private void label(String text, double x, int middle) {
        graphics.setColor(INK);
        StrokeFont.draw(graphics, text, x, middle + 6, 12);
    }

    private void words(String text, double x, double baseline, double height, double room) {
        StrokeFont.draw(graphics, text, x, baseline, Math.min(height, height * room / StrokeFont.width(text, height)));
    }

    private static String number(double value) {
        return value < 9.95 && value != Math.rint(value)
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.0f", value);
    }
}
