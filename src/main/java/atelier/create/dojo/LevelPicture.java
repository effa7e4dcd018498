package atelier.create.dojo;

import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign;
import atelier.create.game.GameDesign.Act;
import atelier.create.game.GameDesign.Level;
import atelier.create.game.Words;
import atelier.drawing.Png;
import atelier.drawing.StrokeFont;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// The way through a game as a picture: a bar a level, as long as it is hard of all there could be, in bands of acts.
final class LevelPicture {
    private static final int WIDTH = 1000, ROW = 34, BAND = 52, TOP = 96, MARGIN = 40, NAMES = 360, FOOT = 56;
    /// A bar of full length is 100 %.
    private static final int ROOM = 510;

    private final GameDesign design;
    private final Words words;
    private final Graphics2D graphics;
    private double y = TOP;

    private LevelPicture(GameDesign design, Graphics2D graphics) {
        this.design = design;
        this.words = Words.in(design.language());
        this.graphics = graphics;
    }

    static byte[] png(GameDesign design) {
        int acts = design.story().acts().size();
        var image = new BufferedImage(WIDTH, TOP + design.levels().size() * ROW + acts * BAND + FOOT,
                BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new LevelPicture(design, graphics).draw(image.getHeight());
        graphics.dispose();
        return Png.of(image);
    }

    private void draw(int height) {
        var look = design.look();
        graphics.setColor(Color.decode(look.background()));
        graphics.fillRect(0, 0, WIDTH, height);
        write(design.title(), MARGIN, 58, 22, look.text(), WIDTH - 2 * MARGIN);
        for (int i = 0; i < design.story().acts().size(); i++) {
            act(design.story().acts().get(i), i);
        }
        var caption = words.line("doc.together");
        write(drawable(caption) ? caption : "0–100 %", NAMES, y + 28, 9, look.prize(), WIDTH - NAMES - MARGIN);
    }

    private void act(Act act, int index) {
        double height = BAND - 12 + (act.lastLevel() - act.firstLevel() + 1) * ROW;
        graphics.setColor(Color.decode(design.look().surface()));
        graphics.fill(new RoundRectangle2D.Double(MARGIN / 2.0, y - 8, WIDTH - MARGIN, height, 16, 16));
        var number = words.line("act").replace("{n}", String.valueOf(index + 1));
        var title = drawable(act.title()) ? ": " + act.title() : "";
        write((drawable(number) ? number : String.valueOf(index + 1)) + title, MARGIN, y + 16, 12,
                design.look().prize(), WIDTH - 2 * MARGIN);
        y += BAND - 18;
        design.levels().subList(act.firstLevel() - 1, act.lastLevel()).forEach(this::level);
        y += 18;
    }

    private void level(Level level) {
        var look = design.look();
        var name = drawable(level.name()) ? level.name() : "";
        write(String.valueOf(level.number()), MARGIN, y + 19, 11, look.text(), 30);
        write(name, MARGIN + 40, y + 19, 11, look.text(), NAMES - MARGIN - 60);
        double length = Math.max(6, Math.min(100, Difficulty.percent(level)) / 100.0 * ROOM);
        graphics.setColor(Color.decode(look.background()));
        graphics.fill(new RoundRectangle2D.Double(NAMES, y + 4, ROOM, 18, 9, 9));
        graphics.setColor(Color.decode(bar()));
        graphics.fill(new RoundRectangle2D.Double(NAMES, y + 4, length, 18, 9, 9));
        write(Difficulty.percent(level) + " %", NAMES + ROOM + 14, y + 19, 10, look.text(), 60);
        y += ROW;
    }

    private String bar() {
        return design.look().hero();
    }

    /// One line, made smaller and then cut until it fits.
    private void write(String text, double x, double baseline, double height, String colour, double room) {
        graphics.setColor(Color.decode(colour));
        double size = height;
        while (size > height * 0.7 && StrokeFont.width(text, size) > room) {
            size -= 0.5;
        }
        var shown = text;
        while (shown.length() > 1 && StrokeFont.width(shown, size) > room) {
            shown = shown.substring(0, shown.length() - 1).stripTrailing();
        }
        StrokeFont.draw(graphics, shown, x, baseline, size);
    }

    /// The pen knows Latin letters only.
    private static boolean drawable(String text) {
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        long latin = text.codePoints().filter(Character::isLetterOrDigit)
                .filter(c -> c < 128 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN).count();
        return letters > 0 && latin * 10 >= letters * 9;
    }
}
