package atelier.audio.notation;

import atelier.audio.notation.Notation.Bar;
import atelier.audio.notation.Notation.Sign;
import atelier.audio.score.Key;
import atelier.audio.score.Score;
import atelier.drawing.Png;
import atelier.drawing.StrokeFont;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The melody of a score as a page of staff notation with words and chords. Drawn with shapes only; needs no display and no
/// font.
public final class StaffPage {
    static final double SPACE = 10, LYRIC = 8.5, GAP = 7;
    static final Color INK = new Color(0x20222B), SOFT = new Color(0x6A7086), CHORD = new Color(0x1F4E9C),
            FORM = new Color(0xA0522D);
    private static final int WIDTH = 1600, MARGIN = 40, HEAD = 130, SYSTEM = 176, FOOT = 30, MOST_BARS = 6,
            MOST_SYSTEMS = 20, LINE = 22;
    private static final double ABOVE = 74, CLEF = 48;
    private static final int[] SHARPS = {38, 35, 39, 36, 33, 37, 34};
    private static final int[] FLATS = {34, 37, 33, 36, 32, 35, 31};

    private final Score score;
    private final Notation notation;
    private final Graphics2D graphics;
    private final StaffPen pen;

    private StaffPage(Score score, Notation notation, Graphics2D graphics) {
        this.score = score;
        this.notation = notation;
        this.graphics = graphics;
        this.pen = new StaffPen(graphics, SPACE);
    }

    /// The picture as PNG.
    public static byte[] png(Score score) {
        Notation notation = Notation.of(score);
        int perSystem = perSystem(notation);
        int systems = Math.min(MOST_SYSTEMS, (notation.bars().size() + perSystem - 1) / perSystem);
        List<String> left = left(notation, systems * perSystem);
        var image = new BufferedImage(WIDTH, HEAD + systems * SYSTEM + FOOT + left.size() * LINE,
                BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        var page = new StaffPage(score, notation, graphics);
        page.title();
        for (int i = 0; i < systems; i++) {
            page.system(HEAD + i * SYSTEM + ABOVE, i * perSystem, perSystem);
        }
        graphics.setColor(SOFT);
        for (int i = 0; i < left.size(); i++) {
            StrokeFont.draw(graphics, left.get(i), MARGIN, HEAD + systems * SYSTEM + i * LINE + 12, 11);
        }
        graphics.dispose();
        return Png.of(image);
    }

    // What is not on the page, said at its foot.
    private static List<String> left(Notation notation, int bars) {
        List<String> left = new ArrayList<>();
        if (bars < notation.bars().size()) {
            left.add("The first " + bars + " of " + notation.bars().size()
                    + " bars; all of them are in the MusicXML, ABC and MIDI files.");
        }
        if (notation.score().lyrics().stream().anyMatch(lyric -> !StrokeFont.canDraw(lyric.text()))) {
            left.add("The words are in a script this picture has no letters for; they are in the lyrics sheet and the"
                    + " MusicXML file.");
        }
        return left;
    }

    // As many bars as the widest words allow.
    private static int perSystem(Notation notation) {
        double widest = 150;
        int steps = notation.score().metre().steps();
        for (Bar bar : notation.bars()) {
            Sign before = null;
            for (Sign sign : bar.signs()) {
                if (sign.lyric() != null) {
                    if (before != null && before.lyric() != null) {
                        double needed = width(before.lyric()) - hang(before.lyric()) + hang(sign.lyric()) + GAP;
                        widest = Math.max(widest, needed / (sign.at() - before.at()) * steps);
                    }
                    before = sign;
                }
            }
        }
        return Math.clamp((int) ((WIDTH - 2 * MARGIN - 90) / widest), 2, MOST_BARS);
    }

    static double width(Score.Lyric lyric) {
        return StrokeFont.width(lyric.joins() ? lyric.text() + "-" : lyric.text(), LYRIC);
    }

    /// How far a syllable reaches to the left of its note.
    static double hang(Score.Lyric lyric) {
        return Math.min(width(lyric) / 2, 14);
    }

    private void title() {
        graphics.setColor(INK);
        double size = Math.min(24, 24 * (WIDTH - 2 * MARGIN) / Math.max(1, StrokeFont.width(score.drawnTitle(), 24)));
        StrokeFont.draw(graphics, score.drawnTitle(), MARGIN, 62, size);
        graphics.setColor(SOFT);
        StrokeFont.draw(graphics, String.format(Locale.ROOT, "%s  ·  %d BPM (%s)  ·  %s", score.key().title(),
                score.tempo(), score.metre().tapName(), score.metre()), MARGIN, 96, 12);
    }

    // y is the top line of the staff.
    private void system(double y, int from, int count) {
        graphics.setColor(INK);
        double end = WIDTH - MARGIN;
        pen.clef(MARGIN + 20, y + 3 * SPACE);
        double x = signature(MARGIN + CLEF, y);
        if (from == 0) {
            StrokeFont.draw(graphics, "" + score.metre().beats(), x, y + 2 * SPACE - 1, 17);
            StrokeFont.draw(graphics, "" + score.metre().unit(), x, y + 4 * SPACE - 1, 17);
            x += score.metre().beats() > 9 ? 42 : 26;
        }
        int bars = Math.min(count, notation.bars().size() - from);
        double width = (end - x) / count;
        graphics.setColor(SOFT);
        for (int i = 0; i < 5; i++) {
            pen.line(MARGIN, y + i * SPACE, x + bars * width, y + i * SPACE, 0.1);
        }
        for (int i = 0; i < bars; i++) {
            double left = x + i * width;
            new StaffBar(score, graphics, pen, notation.bars().get(from + i)).draw(left, width, y, i == 0,
                    i == bars - 1);
            boolean last = from + i == notation.bars().size() - 1;
            graphics.setColor(INK);
            pen.line(left + width, y, left + width, y + 4 * SPACE, last ? 0.5 : 0.16);
            if (last) {
                pen.line(left + width - 8, y, left + width - 8, y + 4 * SPACE, 0.16);
            }
        }
    }

    private double signature(double from, double y) {
        Key key = score.key();
        double x = from;
        for (int i = 0; i < Math.abs(key.signature()); i++) {
            int place = key.signature() > 0 ? SHARPS[i] : FLATS[i];
            pen.accidental(x, height(place, y), key.signature());
            x += 11;
        }
        return x + 10;
    }

    /// Where a step of the staff lies; 38 is the top line, F.
    static double height(int staff, double top) {
        return top + (38 - staff) * SPACE / 2;
    }
}
