package atelier.create.design;

import atelier.create.game.GameDesign.Look;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Colours that can be told apart: text against its ground by at least 4.5 to 1, figures by 3 to 1 (WCAG 2.2).
public final class Palette {
    static final double TEXT = 4.5, FIGURES = 3;
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{6}|[0-9a-f]{3})");

    private Palette() {}

    /// The wished-for colours where they can be read, moved where they are too close, the theme's where none were said.
    static Look of(Sketch.Colours wished, Look theme) {
        int background = colour(wished.background(), theme.background());
        int text = readable(colour(wished.text(), theme.text()), background, TEXT);
        int surface = colour(wished.surface(), theme.surface());
        for (int step = 0; step < 20 && contrast(text, surface) < TEXT; step++) {
            surface = mixed(surface, background, 0.2);
        }
        surface = contrast(text, surface) < TEXT ? background : surface;
        return new Look(hex(background), hex(surface), figure(wished.hero(), theme.hero(), background),
                figure(wished.foe(), theme.foe(), background), figure(wished.prize(), theme.prize(), background),
                hex(text));
    }

    /// The same look nearer to black or white, still readable.
    static Look shaded(Look look, int end) {
        return of(new Sketch.Colours(shaded(look.background(), end), shaded(look.surface(), end),
                look.hero(), look.foe(), look.prize(), look.text()), look);
    }

    private static String shaded(String colour, int end) {
        return hex(mixed(parsed(colour).orElse(0), end, 0.4));
    }

    private static String figure(String wished, String theme, int background) {
        return hex(readable(colour(wished, theme), background, FIGURES));
    }

    /// Lighter or darker, whichever leads there, until it stands out.
    private static int readable(int colour, int background, double wanted) {
        int end = contrast(0xFFFFFF, background) >= contrast(0, background) ? 0xFFFFFF : 0;
        int moved = colour;
        for (int step = 0; step < 30 && contrast(moved, background) < wanted; step++) {
            moved = mixed(moved, end, 0.15);
        }
        return contrast(moved, background) < wanted ? end : moved;
    }

    /// Of two colours written `#rrggbb`: 1 to 21.
    public static double contrast(String one, String other) {
        return contrast(Integer.parseInt(one.substring(1), 16), Integer.parseInt(other.substring(1), 16));
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    private static int colour(String wished, String theme) {
        return parsed(wished).orElseGet(() -> parsed(theme).orElse(0));
    }

    static OptionalInt parsed(String text) {
        var matcher = HEX.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        var digits = matcher.group(1);
        var six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
        return OptionalInt.of(Integer.parseInt(six, 16));
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
