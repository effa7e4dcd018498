package atelier.create.song;

import java.util.ArrayList;
import java.util.List;

/// How much of a song's plan a model gave and the checks let stand.
///
/// @param hooks    bars of tune taken
/// @param hooksAll bars of tune the model offered
record Share(boolean title, int chords, int chordsAll, int lines, int linesAll, int hooks, int hooksAll) {
    static final Share NONE = new Share(false, 0, 0, 0, 0, 0, 0);

    boolean isNothing() {
        return !title && chords == 0 && lines == 0 && hooks == 0;
    }

    /// Such as `title, chords of 7 of 8 sections, 22 lines of lyrics and 3 of 4 hook bars by My Gemma; the rest by the
    /// built-in songwriter`.
    String words(String model) {
        List<String> parts = new ArrayList<>();
        if (title) {
            parts.add("title");
        }
        if (chords > 0) {
            parts.add("chords of " + of(chords, chordsAll) + " sections");
        }
        if (lines > 0) {
            parts.add(of(lines, linesAll) + " lines of lyrics");
        }
        if (hooksAll > 0) {
            parts.add(of(hooks, hooksAll) + " hook bars");
        }
        return parts.isEmpty()
                ? model + " answered nothing I could use; all by the built-in songwriter"
                : String.join(", ", parts) + " by " + model + "; the rest by the built-in songwriter";
    }

    private static String of(int taken, int all) {
        return taken == all ? "all " + all : taken + " of " + all;
    }
}
