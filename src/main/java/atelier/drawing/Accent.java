package atelier.drawing;

import java.awt.geom.Path2D;

/// The marks over and under letters, on the grid of [StrokeFont].
final class Accent {
    private static final double FOOT = 4;

    private Accent() {}

    /// The mark as it sits on a glyph; empty for one that is not known.
    ///
    /// @param mark a combining character of Unicode, as decomposed text has them behind the letter
    static Path2D on(String glyph, char mark) {
        double middle = Character.digit(glyph.charAt(0), 36) / 2.0;
        double top = top(glyph) + 2;
        return switch (mark) {
            case '\u0300' -> line(middle + 1, top, middle - 1.5, top + 2.5);
            case '\u0301' -> line(middle - 1, top, middle + 1.5, top + 2.5);
            case '\u0302' -> line(middle - 2, top, middle, top + 2.5, middle + 2, top);
            case '\u0303' -> line(middle - 2.5, top + 0.5, middle - 1, top + 1.8, middle + 1, top + 0.5, middle + 2.5,
                    top + 1.8);
            case '\u0304' -> line(middle - 2, top + 1, middle + 2, top + 1);
            case '\u0306' -> line(middle - 2, top + 2, middle - 1, top + 0.5, middle + 1, top + 0.5, middle + 2,
                    top + 2);
            case '\u0307' -> line(middle, top + 1, middle, top + 1);
            case '\u0308' -> both(line(middle - 1.8, top + 1, middle - 1.8, top + 1),
                    line(middle + 1.8, top + 1, middle + 1.8, top + 1));
            case '\u030A' -> line(middle, top, middle + 1.3, top + 1.3, middle, top + 2.6, middle - 1.3, top + 1.3,
                    middle, top);
            case '\u030B' -> both(line(middle - 2, top, middle - 0.5, top + 2.5),
                    line(middle + 1, top, middle + 2.5, top + 2.5));
            case '\u030C' -> line(middle - 2, top + 2.5, middle, top, middle + 2, top + 2.5);
            case '\u0327' -> line(middle, FOOT, middle + 0.8, FOOT - 2, middle - 1, FOOT - 3);
            case '\u0328' -> line(middle + 2, FOOT, middle + 1, FOOT - 2, middle + 2.5, FOOT - 3);
            default -> new Path2D.Double();
        };
    }

    private static double top(String glyph) {
        double highest = 0;
        for (int i = 1; i < glyph.length(); i++) {
            if ("mlq".indexOf(glyph.charAt(i)) < 0) {
                highest = Math.max(highest, Character.digit(glyph.charAt(++i), 36));
            }
        }
        return highest;
    }

    private static Path2D line(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Path2D both(Path2D one, Path2D other) {
        one.append(other, false);
        return one;
    }
}
