package atelier.audio.score;

import atelier.drawing.StrokeFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;

/// Some bars of a [PianoRoll], side by side over one keyboard.
final class RollRow {
    static final int LEFT = 96;

    private static final int RIGHT = 40, ABOVE = 50, BELOW = 18, KEYS = 56, DRUMS = 9, STRIP = 20;
    private static final Set<Integer> BLACK = Set.of(1, 3, 6, 8, 10);
    private static final Color WHITE_LANE = new Color(0x1D2130), BLACK_LANE = new Color(0x191C29),
            TONIC_LANE = new Color(0x272D45), BEAT = new Color(0x2A2F42), BAR = new Color(0x4A5270),
            CHORD = new Color(0xA9C7FF),
            FORM = new Color(0xFFC46B);
    // Of the parts below the melody, in their order.
    private static final Color[] PARTS = {new Color(0x5A6BB0), new Color(0x3F8F86), new Color(0x9A6BB8),
            new Color(0xA87F4A), new Color(0x6E8F3F)};
    // From soft to loud.
    private static final Color[] HEAT = {new Color(0x35C2B0), new Color(0xF2C14E), new Color(0xF2705C)};

    private final Score score;
    private final int lowest;
    private final int highest;
    private final int lane;
    private final int bars;
    private final double pixelsATick;
    private final IntSummaryStatistics velocities;

    RollRow(Score score, int rows, int bars) {
        this.score = score;
        this.bars = bars;
        IntSummaryStatistics pitches = score.parts().stream().filter(part -> part.channel() != DRUMS)
                .flatMap(part -> part.notes().stream())
                .mapToInt(Note::pitch).summaryStatistics();
        lowest = pitches.getMin() - 2;
        highest = pitches.getMax() + 2;
        lane = rows == 1 ? 13 : rows == 2 ? 9 : 7;
        pixelsATick = (double) (PianoRoll.WIDTH - LEFT - RIGHT) / (bars * score.metre().ticks());
        velocities = score.parts().getFirst().notes().stream().mapToInt(Note::velocity).summaryStatistics();
    }

    int height() {
        return ABOVE + (highest - lowest + 1) * lane + strip() + BELOW;
    }

    private int strip() {
        return score.parts().stream().anyMatch(part -> part.channel() == DRUMS) ? STRIP : 0;
    }

    void draw(Graphics2D graphics, int y, int firstBar) {
        int count = Math.min(bars, score.bars() - firstBar);
        int from = firstBar * score.metre().ticks();
        int until = from + count * score.metre().ticks();
        var place = new Place(y + ABOVE, from, until);
        lanes(graphics, place);
        grid(graphics, place, firstBar, count);
        List<Part> parts = score.parts();
        for (int i = parts.size() - 1; i > 0; i--) {
            graphics.setColor(color(i));
            boolean drums = parts.get(i).channel() == DRUMS;
            for (Note note : parts.get(i).notes()) {
                if (drums) {
                    stroke(graphics, place, note);
                } else {
                    block(graphics, place, note, 1);
                }
            }
        }
        contour(graphics, place, parts.getFirst().notes());
        for (Note note : parts.getFirst().notes()) {
            graphics.setColor(heat(note.velocity()));
            block(graphics, place, note, 0);
        }
        words(graphics, place, y);
        keyboard(graphics, place);
    }

    // Where a row is: its top, its first tick and the one after its last.
    private record Place(int top, int from, int until) {
        boolean shows(int tick) {
            return tick >= from && tick < until;
        }
    }

    private double x(Place place, int tick) {
        return LEFT + (tick - place.from()) * pixelsATick;
    }

    private double y(Place place, int pitch) {
        return place.top() + (double) (highest - pitch) * lane;
    }

    private void lanes(Graphics2D graphics, Place place) {
        double width = x(place, place.until()) - LEFT;
        for (int pitch = lowest; pitch <= highest; pitch++) {
            boolean tonic = Math.floorMod(pitch, 12) == score.key().pitchClass();
            graphics.setColor(tonic ? TONIC_LANE : BLACK.contains(Math.floorMod(pitch, 12)) ? BLACK_LANE : WHITE_LANE);
            graphics.fill(new Rectangle2D.Double(LEFT, y(place, pitch), width, lane - 0.6));
        }
    }

    private void grid(Graphics2D graphics, Place place, int firstBar, int count) {
        double bottom = y(place, lowest) + lane + strip();
        for (int bar = 0; bar <= count; bar++) {
            int tick = place.from() + bar * score.metre().ticks();
            graphics.setColor(BAR);
            graphics.setStroke(new BasicStroke(bar == count ? 2.4f : 1.6f));
            graphics.draw(new Line2D.Double(x(place, tick), place.top() - 4, x(place, tick), bottom));
            if (bar == count) {
                return;
            }
            graphics.setColor(PianoRoll.FAINT_INK);
            StrokeFont.draw(graphics, "" + (firstBar + bar + 1), x(place, tick) + 5, bottom + 13, 9);
            graphics.setColor(BEAT);
            graphics.setStroke(new BasicStroke(1));
            int at = tick;
            for (int group : score.metre().groups()) {
                if (at != tick) {
                    graphics.draw(new Line2D.Double(x(place, at), place.top(), x(place, at), bottom));
                }
                at += group * Score.STEP;
            }
        }
    }

    private void block(Graphics2D graphics, Place place, Note note, double inset) {
        if (place.shows(note.start())) {
            double width = Math.max(2, note.length() * pixelsATick - 2);
            double height = lane - 1 - 2 * inset;
            graphics.fill(new RoundRectangle2D.Double(x(place, note.start()) + 1, y(place, note.pitch()) + inset, width,
                    height, Math.min(6, height), Math.min(6, height)));
        }
    }

    // Drums have no pitch: a strip of three lines below the keyboard, cymbals, snare and toms, bass drum.
    private void stroke(Graphics2D graphics, Place place, Note note) {
        if (place.shows(note.start())) {
            int line = note.pitch() <= 36 ? 2 : note.pitch() <= 41 || note.pitch() == 43 || note.pitch() == 45 ? 1 : 0;
            graphics.fill(new Rectangle2D.Double(x(place, note.start()) + 1, y(place, lowest) + lane + 3 + line * 5, 3,
                    4));
        }
    }

    /// The colour of a part, the melody being 0.
    static Color color(int part) {
        return part == 0 ? HEAT[1] : PARTS[(part - 1) % PARTS.length];
    }

    // A thread through the melody, broken where it breathes.
    private void contour(Graphics2D graphics, Place place, List<Note> notes) {
        graphics.setColor(new Color(255, 255, 255, 60));
        graphics.setStroke(new BasicStroke(1.3f));
        Note before = null;
        for (Note note : notes) {
            if (before != null && place.shows(before.start()) && place.shows(note.start())
                    && note.start() - before.end() < Score.PPQ / 2) {
                var path = new Path2D.Double();
                path.moveTo(x(place, before.end()), y(place, before.pitch()) + lane / 2.0);
                path.lineTo(x(place, note.start()), y(place, note.pitch()) + lane / 2.0);
                graphics.draw(path);
            }
            before = note;
        }
    }

    private void words(Graphics2D graphics, Place place, int y) {
        double free = 0;
        for (Score.Mark mark : score.chords()) {
            double at = x(place, mark.tick()) + 4;
            if (place.shows(mark.tick()) && at >= free) {
                graphics.setColor(CHORD);
                free = StrokeFont.draw(graphics, mark.text(), at, y + ABOVE - 12, 12) + 4;
            }
        }
        graphics.setColor(FORM);
        for (Score.Mark mark : score.forms()) {
            if (place.shows(mark.tick())) {
                StrokeFont.draw(graphics, mark.text(), x(place, mark.tick()) + 4, y + ABOVE - 33, 9);
            }
        }
    }

    private void keyboard(Graphics2D graphics, Place place) {
        double left = LEFT - KEYS;
        graphics.setColor(new Color(0xE8EAF1));
        graphics.fill(
                new Rectangle2D.Double(left, y(place, highest), KEYS - 4, (double) (highest - lowest + 1) * lane));
        for (int pitch = lowest; pitch <= highest; pitch++) {
            int pitchClass = Math.floorMod(pitch, 12);
            double top = y(place, pitch);
            graphics.setStroke(new BasicStroke(1));
            if (BLACK.contains(pitchClass)) {
                graphics.setColor(new Color(0xA9AEBD));
                graphics.draw(new Line2D.Double(left, top + lane / 2.0, left + KEYS - 4, top + lane / 2.0));
                graphics.setColor(PianoRoll.GROUND);
                graphics.fill(new Rectangle2D.Double(left, top, (KEYS - 4) * 0.6, lane));
            } else if (pitchClass == 4 || pitchClass == 11) {
                graphics.setColor(new Color(0xA9AEBD));
                graphics.draw(new Line2D.Double(left, top, left + KEYS - 4, top));
            }
            if (pitchClass == 0) {
                graphics.setColor(new Color(0x3A4058));
                StrokeFont.draw(graphics, "C" + (pitch / 12 - 1), left + KEYS - 22, top + lane - 2,
                        Math.min(8, lane - 2));
            }
        }
    }

    private Color heat(int velocity) {
        int span = Math.max(1, velocities.getMax() - velocities.getMin());
        double at = 1.999 * (velocity - velocities.getMin()) / span;
        Color low = HEAT[(int) at];
        Color high = HEAT[(int) at + 1];
        double part = at - (int) at;
        return new Color(mix(low.getRed(), high.getRed(), part), mix(low.getGreen(), high.getGreen(), part),
                mix(low.getBlue(), high.getBlue(), part));
    }

    private static int mix(int low, int high, double part) {
        return (int) Math.round(low + (high - low) * part);
    }
}
