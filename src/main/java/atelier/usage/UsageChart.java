package atelier.usage;

import atelier.drawing.Png;
import atelier.drawing.StrokeFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A picture of what was used: a bar for each day, stacked by model, and a line of what it cost. On a ground of its own, so
/// that it reads the same in dark and in light chats.
public final class UsageChart {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 656;
    /// More models than this are drawn as one.
    public static final int MOST = 6;

    private static final Color GROUND = new Color(0x14161F), GRID = new Color(0x2A2F42), INK = new Color(0xECEFF7),
            FAINT_INK = new Color(0xA3ABC0), MONEY = new Color(0xFFFFFF);
    private static final Color[] MODELS = {new Color(0x35C2B0), new Color(0x6FA8FF), new Color(0xF2C14E),
            new Color(0xF2705C), new Color(0xB58CF2), new Color(0x8BD450), new Color(0x7D8596)};
    private static final int LEFT = 84, RIGHT = 1104, TOP = 112, BOTTOM = 520, LEGEND = 592, MARGIN = 44,
            IN_A_ROW = 4, NAME = 12;
    private static final int LINES = 4;

    /// The words in the picture. What the letters cannot draw is to be given in English.
    ///
    /// @param answers what the bars count
    /// @param cost    what the line shows
    /// @param others  the models that are drawn as one
    /// @param builtIn work without a model
    public record Words(String title, String answers, String cost, String others, String builtIn) {
        /// Whether all of it can be drawn.
        public boolean canBeDrawn() {
            return StrokeFont.canDrawWords(title + answers + cost + others + builtIn);
        }
    }

    private final Graphics2D graphics;
    private final UsageDays days;
    private final Map<String, List<Long>> stacks;
    private final double most;
    private final double dearest;

    private UsageChart(Graphics2D graphics, UsageDays days, Words words) {
        this.graphics = graphics;
        this.days = days;
        this.stacks = stacks(days, words);
        this.most = roundedUp(highest(stacks, days.labels().size()));
        this.dearest = roundedUp(days.usd().stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /// The picture as PNG.
    public static byte[] png(UsageDays days, Words words) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        var chart = new UsageChart(graphics, days, words);
        chart.head(words);
        chart.scales();
        chart.bars();
        chart.money();
        chart.legend();
        graphics.dispose();
        return Png.of(image);
    }

    /// The busiest models by name, the rest as one.
    private static Map<String, List<Long>> stacks(UsageDays days, Words words) {
        var stacks = new LinkedHashMap<String, List<Long>>();
        var place = 0;
        for (var model : days.answers().entrySet()) {
            var name = model.getKey().isEmpty() ? words.builtIn() : model.getKey();
            var isOne = place++ < MOST || days.answers().size() == MOST + 1;
            stacks.merge(isOne ? name : words.others(), model.getValue(), UsageChart::plus);
        }
        return stacks;
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        var sum = new ArrayList<Long>();
        for (var i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return sum;
    }

    private static double highest(Map<String, List<Long>> stacks, int pieces) {
        var highest = 0L;
        for (var i = 0; i < pieces; i++) {
            var piece = i;
            highest = Math.max(highest, stacks.values().stream().mapToLong(it -> it.get(piece)).sum());
        }
        return Math.max(highest, LINES);
    }

    /// The next number that divides well by the lines of the scale; nothing for nothing.
    private static double roundedUp(double value) {
        if (value <= 0) {
            return 0;
        }
        var unit = Math.pow(10, Math.floor(Math.log10(value)));
        for (var step : new double[]{1, 2, 4, 8, 10}) {
            if (value <= step * unit * 1.000_001) {
                return step * unit;
            }
        }
        return 10 * unit;
    }

    private void head(Words words) {
        text(words.title(), LEFT, 48, 22, INK, RIGHT - LEFT);
        text(words.answers(), LEFT, 84, 12, FAINT_INK, 500);
        if (dearest > 0) {
            var width = StrokeFont.width(words.cost(), 12);
            graphics.setColor(MONEY);
            graphics.setStroke(new BasicStroke(3));
            graphics.drawLine((int) (RIGHT - width - 44), 79, (int) (RIGHT - width - 14), 79);
            text(words.cost(), RIGHT - width, 84, 12, FAINT_INK, 500);
        }
    }

    private void scales() {
        for (var line = 0; line <= LINES; line++) {
            var y = BOTTOM - (BOTTOM - TOP) * line / LINES;
            graphics.setColor(GRID);
            graphics.fillRect(LEFT, y, RIGHT - LEFT, 1);
            var count = number(most * line / LINES);
            text(count, LEFT - 12 - StrokeFont.width(count, 11), y + 5, 11, FAINT_INK, LEFT);
            if (dearest > 0) {
                text("$" + number(dearest * line / LINES), RIGHT + 10, y + 5, 11, FAINT_INK, WIDTH - RIGHT - 14);
            }
        }
    }

    private double width() {
        return (double) (RIGHT - LEFT) / days.labels().size();
    }

    private void bars() {
        var every = Math.max(1, (int) Math.ceil(days.labels().size() / 15.0));
        for (var i = 0; i < days.labels().size(); i++) {
            var x = LEFT + width() * i;
            double y = BOTTOM;
            var colour = 0;
            for (var counts : stacks.values()) {
                var height = (BOTTOM - TOP) * counts.get(i) / most;
                graphics.setColor(MODELS[Math.min(colour++, MODELS.length - 1)]);
                graphics.fill(new Rectangle2D.Double(x + width() * 0.14, y - height, width() * 0.72, height));
                y -= height;
            }
            if ((days.labels().size() - 1 - i) % every == 0) {
                var label = days.labels().get(i);
                text(label, x + width() / 2 - StrokeFont.width(label, 11) / 2, BOTTOM + 24, 11, FAINT_INK, 80);
            }
        }
    }

    /// With a dark edge, so that it is seen before every colour.
    private void money() {
        if (dearest <= 0) {
            return;
        }
        var line = new Path2D.Double();
        for (var i = 0; i < days.usd().size(); i++) {
            var x = LEFT + width() * (i + 0.5);
            var y = BOTTOM - (BOTTOM - TOP) * days.usd().get(i) / dearest;
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        stroke(line, 7, GROUND);
        stroke(line, 3, MONEY);
        for (var i = 0; i < days.usd().size(); i++) {
            if (days.usd().get(i) > 0) {
                var x = LEFT + width() * (i + 0.5);
                var y = BOTTOM - (BOTTOM - TOP) * days.usd().get(i) / dearest;
                graphics.setColor(MONEY);
                graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            }
        }
    }

    private void stroke(Path2D line, float width, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
    }

    /// In rows, all names in one size.
    private void legend() {
        var room = (double) (WIDTH - 2 * MARGIN) / IN_A_ROW;
        var widest = stacks.keySet().stream().mapToDouble(it -> StrokeFont.width(it, NAME)).max().orElse(1);
        var height = Math.min(NAME, NAME * (room - 44) / widest);
        var place = 0;
        for (var name : stacks.keySet()) {
            var x = MARGIN + room * (place % IN_A_ROW);
            var y = LEGEND + 34 * (place / IN_A_ROW);
            graphics.setColor(MODELS[Math.min(place++, MODELS.length - 1)]);
            graphics.fill(new Rectangle2D.Double(x, y - 14, 16, 16));
            text(name, x + 24, y, height, INK, room);
        }
    }

    private void text(String words, double x, double baseline, double height, Color colour, double room) {
        graphics.setColor(colour);
        var width = StrokeFont.width(words, height);
        StrokeFont.draw(graphics, words, x, baseline, width > room ? height * room / width : height);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value < 0.01 ? "%.4f" : "%.2f", value);
    }
}
