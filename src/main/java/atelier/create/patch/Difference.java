package atelier.create.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.List;

/// What differs between two lists of lines: the least, where that can be found, else all between the first line that differs and
/// the last. Finding the least takes time and memory by the square of what differs, so two long texts without a line in
/// common would fill the machine.
final class Difference {
    /// Lines that differ or stand between such, old and new together: some tens of megabytes and some tenths of a second.
    private static final int MOST = 3_000;

    private Difference() {}

    static Patch<String> between(List<String> from, List<String> to) {
        int shorter = Math.min(from.size(), to.size());
        int start = 0;
        while (start < shorter && from.get(start).equals(to.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        var old = from.subList(start, from.size() - end);
        var now = to.subList(start, to.size() - end);
        if (old.size() + now.size() <= MOST) {
            return DiffUtils.diff(from, to);
        }
        var whole = new Patch<String>();
        whole.addDelta(new ChangeDelta<>(new Chunk<>(start, old), new Chunk<>(start, now)));
        return whole;
    }
}
