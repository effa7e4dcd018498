package atelier.audio.notation;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The signs of staff notation as shapes, drawn by hand: no font is needed. Sizes are in spaces of the staff.
final class StaffPen {
    private final Graphics2D graphics;
    private final double space;

    /// @param space pixels between two lines of the staff
    StaffPen(Graphics2D graphics, double space) {
        this.graphics = graphics;
        this.space = space;
    }

    private void pen(double width) {
        graphics.setStroke(
                new BasicStroke((float) (width * space), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void line(double x1, double y1, double x2, double y2, double width) {
        graphics.setStroke(new BasicStroke((float) (width * space), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private void path(double x, double y, String commands, boolean filled) {
        var path = new Path2D.Double();
        String[] words = commands.strip().split("\\s+", -1);
        for (int i = 0; i < words.length;) {
            double[] n = new double[6];
            int count = words[i].equals("c") ? 6 : 2;
            for (int j = 0; j < count; j++) {
                n[j] = Double.parseDouble(words[i + 1 + j]);
            }
            switch (words[i]) {
                case "m" -> path.moveTo(n[0], n[1]);
                case "l" -> path.lineTo(n[0], n[1]);
                default -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            }
            i += count + 1;
        }
        var place = new AffineTransform(space, 0, 0, space, x, y);
        var shape = place.createTransformedShape(path);
        if (filled) {
            graphics.fill(shape);
        }
        graphics.draw(shape);
    }

    /// @param y of the line of G
    void clef(double x, double y) {
        pen(0.24);
        path(x, y,
                "m 0.1 0.45 c -0.6 0.35 -0.55 -0.7 0.2 -0.75 c 1.15 -0.8 1.2 0.95 0.1 1 c -1.5 1.05 -1.65 -0.7 -0.7 -1.8"
                        + " c -0.2 -2.4 0.75 -3 0.7 -4.1 c 0.65 -4.9 0.2 -5 -0.1 -4.1 c -0.3 -3.4 0.5 1.2 0.5 1.9"
                        + " c 0.5 2.8 -0.6 2.9 -0.75 2.2",
                false);
        graphics.fill(new Ellipse2D.Double(x - 0.85 * space, y + 1.75 * space, 0.7 * space, 0.7 * space));
    }

    void head(double x, double y, boolean hollow, boolean whole) {
        var turn = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(whole ? 0 : -0.35);
        double wide = (whole ? 0.8 : 0.64) * space;
        double high = 0.46 * space;
        var oval = new Ellipse2D.Double(-wide, -high, 2 * wide, 2 * high);
        if (hollow) {
            graphics.setStroke(new BasicStroke((float) (0.2 * space)));
            graphics.draw(new Ellipse2D.Double(-wide + space * 0.1, -high + space * 0.1, 2 * wide - space * 0.2,
                    2 * high - space * 0.2));
        } else {
            graphics.fill(oval);
        }
        graphics.setTransform(turn);
    }

    void dot(double x, double y) {
        graphics.fill(new Ellipse2D.Double(x - 0.2 * space, y - 0.2 * space, 0.4 * space, 0.4 * space));
    }

    /// @param up whether the stem goes up
    void flags(double x, double y, int count, boolean up) {
        int way = up ? 1 : -1;
        for (int i = 0; i < count; i++) {
            pen(0.16);
            double at = y + way * i * 0.8 * space;
            var flag = new Path2D.Double();
            flag.moveTo(x, at);
            flag.curveTo(x + 0.1 * space, at + way * 0.9 * space, x + 1.3 * space, at + way * 1.2 * space,
                    x + 0.75 * space, at + way * 2.6 * space);
            flag.curveTo(x + 1 * space, at + way * 1.6 * space, x + 0.3 * space, at + way * 1.1 * space, x,
                    at + way * 0.8 * space);
            flag.closePath();
            graphics.fill(flag);
        }
    }

    void accidental(double x, double y, int alter) {
        pen(0.14);
        if (alter > 0) {
            path(x, y, "m -0.22 -1.3 l -0.22 1.4 m 0.22 -1.4 l 0.22 1.3", false);
            pen(0.3);
            path(x, y, "m -0.5 -0.35 l 0.5 -0.6 m -0.5 0.6 l 0.5 0.35", false);
        } else if (alter < 0) {
            path(x, y, "m -0.35 -1.9 l -0.35 0.65", false);
            pen(0.22);
            path(x, y, "m -0.3 -0.2 c 0.2 -0.7 0.9 -0.2 -0.3 0.6", false);
        } else {
            path(x, y, "m -0.3 -1.4 l -0.3 0.65 m 0.3 -0.65 l 0.3 1.4", false);
            pen(0.28);
            path(x, y, "m -0.3 -0.4 l 0.3 -0.62 m -0.3 0.62 l 0.3 0.4", false);
        }
    }

    /// @param steps plain length in semiquavers
    /// @param y     of the middle line
    void rest(double x, double y, int steps) {
        switch (steps) {
            case 16, 32 -> graphics.fill(new Rectangle2D.Double(x - 0.6 * space, y - space, 1.2 * space, 0.5 * space));
            case 8 ->
                graphics.fill(new Rectangle2D.Double(x - 0.6 * space, y - 0.5 * space, 1.2 * space, 0.5 * space));
            case 4 -> {
                pen(0.28);
                path(x, y, "m -0.25 -1.4 l 0.3 -0.65 c -0.35 -0.2 -0.3 0 0.35 0.75 c -0.5 0.4 -0.6 0.9 0.05 1.35",
                        false);
            }
            default -> {
                int flags = steps == 2 ? 1 : 2;
                pen(0.15);
                path(x, y, flags == 1 ? "m 0.45 -0.75 l -0.1 1" : "m 0.5 -0.75 l -0.25 2", false);
                for (int i = 0; i < flags; i++) {
                    double down = i * 0.95;
                    dot(x - 0.35 * space - i * 0.2 * space, y + (-0.55 + down) * space);
                    pen(0.15);
                    path(x - i * 0.2 * space, y + down * space, "m -0.35 -0.4 c 0 -0.25 0.3 -0.4 0.45 -0.75", false);
                }
            }
        }
    }

    void tie(double x1, double x2, double y, boolean below) {
        double bend = (below ? 1 : -1) * space;
        var arc = new Path2D.Double();
        arc.moveTo(x1, y);
        arc.quadTo((x1 + x2) / 2, y + 1.3 * bend, x2, y);
        arc.quadTo((x1 + x2) / 2, y + 1.0 * bend, x1, y);
        graphics.fill(arc);
    }

    void beam(double x1, double y1, double x2, double y2) {
        var beam = new Path2D.Double();
        double half = 0.24 * space;
        beam.moveTo(x1, y1 - half);
        beam.lineTo(x2, y2 - half);
        beam.lineTo(x2, y2 + half);
        beam.lineTo(x1, y1 + half);
        beam.closePath();
        graphics.fill(beam);
    }
}
