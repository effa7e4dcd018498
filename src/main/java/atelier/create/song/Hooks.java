package atelier.create.song;

import atelier.create.song.SongPlan.Hook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Repairs a bar of tune: its rhythm to the bar, its degrees to its notes and to the voice.
final class Hooks {
    private static final int LOWEST = -1, HIGHEST = 9, LARGEST_LEAP = 7;

    private Hooks() {}

    /// @param syllables of the line it begins: some must be left for the rest of it
    /// @return null when nothing singable is left
    static @Nullable Hook fitted(Hook hook, int steps, int syllables) {
        int off = Math.abs(hook.rhythm().length() - steps);
        if (off > 4) {
            return null;
        }
        StringBuilder rhythm = new StringBuilder(hook.rhythm());
        while (rhythm.length() < steps) {
            rhythm.append('-');
        }
        rhythm.setLength(steps);
        List<Integer> degrees = new ArrayList<>();
        int onsets = 0;
        for (int i = 0; i < steps; i++) {
            boolean held = rhythm.charAt(i) == '-' && (i == 0 || rhythm.charAt(i - 1) == '.');
            if (held) {
                rhythm.setCharAt(i, '.');
            }
            if (rhythm.charAt(i) == 'x' && onsets >= hook.degrees().size()) {
                rhythm.setCharAt(i, '-');
            } else if (rhythm.charAt(i) == 'x') {
                degrees.add(folded(hook.degrees().get(onsets), degrees));
                onsets++;
            }
        }
        return onsets < 2 || onsets >= syllables ? null : new Hook(rhythm.toString(), degrees);
    }

    private static int folded(int degree, List<Integer> before) {
        int wanted = degree;
        while (wanted > HIGHEST) {
            wanted -= 7;
        }
        while (wanted < LOWEST) {
            wanted += 7;
        }
        if (!before.isEmpty() && Math.abs(wanted - before.getLast()) > LARGEST_LEAP) {
            wanted = before.getLast() + Integer.signum(wanted - before.getLast()) * LARGEST_LEAP;
        }
        return Math.clamp(wanted, LOWEST, HIGHEST);
    }
}
