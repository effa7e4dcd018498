package atelier.create.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How much of a design a model gave and the checks let stand.
public record Share(boolean title, boolean story, int levels, int mechanics, int figures, boolean look) {
    public static final Share NONE = new Share(false, false, 0, 0, 0, false);

    public boolean isNothing() {
        return equals(NONE);
    }

    /// Such as `story, 14 level names, 6 mechanics`.
    public String words(Say say) {
        List<String> parts = new ArrayList<>();
        if (title) {
            parts.add(say.line("part.title"));
        }
        if (story) {
            parts.add(say.line("part.story"));
        }
        count(parts, say, levels, "part.level");
        count(parts, say, mechanics, "part.mechanic");
        count(parts, say, figures, "part.figure");
        if (look) {
            parts.add(say.line("part.look"));
        }
        return String.join(", ", parts);
    }

    private static void count(List<String> parts, Say say, int number, String key) {
        if (number > 0) {
            parts.add(number == 1 ? say.line(key) : say.line(key + "s", Map.of("n", number)));
        }
    }
}
