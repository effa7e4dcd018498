package atelier.audio.notation;

import static atelier.audio.notation.StaffPage.SPACE;

import atelier.audio.notation.Notation.Bar;
import atelier.audio.notation.Notation.Sign;
import atelier.audio.score.Score;
import atelier.drawing.StrokeFont;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One bar on a [StaffPage].
final class StaffBar {
    private static final int MIDDLE = 34;
    private static final double STEM = 3.4 * SPACE, HEAD = 0.58 * SPACE, BEFORE = 26;

    private final Score score;
    private final Graphics2D graphics;
    private final StaffPen pen;
    private final Bar bar;
    // Between which points ties may be drawn: up to the next bar's first note, where there is one on this line.
    private double first;
    private double last;

    StaffBar(Score score, Graphics2D graphics, StaffPen pen, Bar bar) {
        this.score = score;
        this.graphics = graphics;
        this.pen = pen;
        this.bar = bar;
    }

    // A sign on the page; the stem's end is found later.
    private record Placed(Sign sign, Spelling spelling, double x, double y) {
        boolean stemmed() {
            return sign.plain() < 16;
        }

        boolean flagged() {
            return sign.plain() <= 2;
        }
    }

    /// @param first whether it begins a line of the page
    /// @param last  whether it ends one
    void draw(double left, double width, double top, boolean first, boolean last) {
        double from = left + BEFORE;
        this.first = first ? left : from;
        this.last = last ? left + width : left + width + BEFORE;
        double step = (width - 30) / score.metre().steps();
        words(from, step, top, left);
        Map<String, Integer> accidentals = new HashMap<>();
        List<Placed> beamed = new ArrayList<>();
        for (Sign sign : bar.signs()) {
            double x = from + sign.at() * step;
            graphics.setColor(StaffPage.INK);
            if (sign.rest()) {
                flush(beamed);
                boolean alone = bar.signs().size() == 1;
                double at = alone ? left + width / 2 : x;
                pen.rest(at, top + 2 * SPACE, alone ? 16 : sign.plain());
                if (sign.dotted() && !alone) {
                    pen.dot(at + 1.3 * SPACE, top + 1.5 * SPACE);
                }
                continue;
            }
            Spelling spelling = Spelling.of(sign.pitch(), score.key());
            var placed = new Placed(sign, spelling, x, StaffPage.height(spelling.staff(), top));
            if (!beamed.isEmpty() && (!placed.flagged() || beat(sign) != beat(beamed.getLast().sign()))) {
                flush(beamed);
            }
            note(placed, accidentals, top, step);
            if (placed.flagged()) {
                beamed.add(placed);
            } else if (placed.stemmed()) {
                stem(placed, up(placed), placed.y() + (up(placed) ? -STEM : STEM));
            }
        }
        flush(beamed);
    }

    private static boolean up(Placed placed) {
        return placed.spelling().staff() < MIDDLE;
    }

    private int beat(Sign sign) {
        int at = 0;
        int number = 0;
        for (int group : score.metre().groups()) {
            at += group;
            if (sign.at() < at) {
                return number;
            }
            number++;
        }
        return number;
    }

    private void note(Placed it, Map<String, Integer> accidentals, double top, double step) {
        Sign sign = it.sign();
        String place = it.spelling().letter() + "" + it.spelling().octave();
        int now = accidentals.getOrDefault(place,
                Spelling.signed(it.spelling().letter(), score.key().signature()));
        if (now != it.spelling().alter() && !sign.tied()) {
            pen.accidental(it.x() - 1.5 * SPACE, it.y(), it.spelling().alter());
            accidentals.put(place, it.spelling().alter());
        }
        for (int staff = 28; staff >= it.spelling().staff(); staff -= 2) {
            ledger(it.x(), StaffPage.height(staff, top));
        }
        for (int staff = 40; staff <= it.spelling().staff(); staff += 2) {
            ledger(it.x(), StaffPage.height(staff, top));
        }
        pen.head(it.x(), it.y(), sign.plain() >= 8, sign.plain() >= 16);
        if (sign.dotted()) {
            pen.dot(it.x() + 1.2 * SPACE, it.y() - (it.spelling().staff() % 2 == 0 ? SPACE / 2 : 0));
        }
        tiedFromAbove(it);
        if (sign.ties()) {
            double end = sign.end() == score.metre().steps() ? last : it.x() + sign.steps() * step;
            double y = it.y() + (up(it) ? 0.8 : -0.8) * SPACE;
            pen.tie(it.x() + 0.5 * SPACE, end - 0.3 * SPACE, y, up(it));
        }
    }

    // A tie from the line above has its second half here.
    private void tiedFromAbove(Placed it) {
        if (it.sign().tied() && it.sign().at() == 0 && first < it.x()) {
            pen.tie(first, it.x() - 0.5 * SPACE, it.y() + (up(it) ? 0.8 : -0.8) * SPACE, up(it));
        }
    }

    private void ledger(double x, double y) {
        graphics.setColor(StaffPage.SOFT);
        pen.line(x - SPACE, y, x + SPACE, y, 0.14);
        graphics.setColor(StaffPage.INK);
    }

    private void stem(Placed it, boolean up, double end) {
        double x = it.x() + (up ? HEAD : -HEAD);
        pen.line(x, it.y() + (up ? -1 : 1), x, end, 0.14);
    }

    private void flush(List<Placed> group) {
        if (group.isEmpty()) {
            return;
        }
        boolean up = group.stream().mapToInt(it -> it.spelling().staff()).average().orElse(MIDDLE) < MIDDLE;
        if (group.size() == 1) {
            Placed one = group.getFirst();
            double end = one.y() + (up ? -STEM : STEM);
            stem(one, up, end);
            pen.flags(one.x() + (up ? HEAD : -HEAD), end, one.sign().plain() == 1 ? 2 : 1, up);
        } else {
            beams(group, up);
        }
        group.clear();
    }

    private void beams(List<Placed> group, boolean up) {
        double shift = up ? HEAD : -HEAD;
        Placed first = group.getFirst();
        Placed last = group.getLast();
        double slope = Math.clamp((last.y() - first.y()) / (last.x() - first.x()), -0.18, 0.18);
        double base = first.y();
        for (Placed it : group) {
            double own = it.y() - slope * (it.x() - first.x());
            base = up ? Math.min(base, own) : Math.max(base, own);
        }
        double start = base + (up ? -STEM : STEM) * 0.92;
        for (Placed it : group) {
            stem(it, up, start + slope * (it.x() - first.x()));
        }
        pen.beam(first.x() + shift, start, last.x() + shift, start + slope * (last.x() - first.x()));
        double second = start + (up ? 0.75 : -0.75) * SPACE;
        for (int i = 0; i < group.size(); i++) {
            Placed it = group.get(i);
            if (it.sign().plain() != 1) {
                continue;
            }
            boolean next = i + 1 < group.size() && group.get(i + 1).sign().plain() == 1;
            boolean before = i > 0 && group.get(i - 1).sign().plain() == 1;
            double until = next ? group.get(i + 1).x() : before ? it.x() : it.x() + (i == 0 ? SPACE : -SPACE);
            pen.beam(it.x() + shift, second + slope * (it.x() - first.x()), until + shift,
                    second + slope * (until - first.x()));
        }
    }

    private void words(double from, double step, double top, double left) {
        if (bar.form() != null) {
            graphics.setColor(StaffPage.FORM);
            StrokeFont.draw(graphics, bar.form(), left + 6, top - 50, 11);
        }
        graphics.setColor(StaffPage.CHORD);
        bar.chords().forEach((at, name) -> StrokeFont.draw(graphics, name, from + at * step - 6, top - 30, 12));
        graphics.setColor(StaffPage.INK);
        double sung = left;
        for (Sign sign : bar.signs()) {
            Score.Lyric lyric = sign.lyric();
            double x = from + sign.at() * step;
            if (lyric != null && StrokeFont.canDraw(lyric.text())) {
                String text = lyric.joins() ? lyric.text() + "-" : lyric.text();
                StrokeFont.draw(graphics, text, x - StaffPage.hang(lyric), top + 84, StaffPage.LYRIC);
                sung = x - StaffPage.hang(lyric) + StaffPage.width(lyric) + 4;
            } else if (sign.held() == Notation.Held.WORD && x > sung) {
                pen.line(sung, top + 85, x, top + 85, 0.1);
                sung = x;
            }
        }
    }
}
