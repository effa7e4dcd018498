package atelier.create.patch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines that stand where a hunk was laid over a file.
final class Laying {
    private Laying() {}

    /// Lines that stay, stay as the file has them, not as the model remembered them; where it forgot the indentation of all, new
    /// ones get it, too.
    ///
    /// @param there   as many lines as the hunk has old ones
    /// @param windows whether lines end in `\r`
    static List<String> over(List<String> there, Hunk hunk, boolean windows) {
        var indentation = indentation(there, hunk.old());
        var result = new ArrayList<String>();
        int at = 0;
        for (var line : hunk.now()) {
            int same = indexOf(hunk.old(), line, at);
            if (same >= 0) {
                result.add(there.get(same));
                at = same + 1;
            } else {
                var whole = line.isBlank() ? line : indentation + line;
                result.add(windows && !whole.endsWith("\r") ? whole + "\r" : whole);
            }
        }
        return result;
    }

    /// What every line of the file has before the one the model wrote; empty when they differ in it.
    private static String indentation(List<String> there, List<String> old) {
        String common = null;
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).isBlank()) {
                var before = before(there.get(i), old.get(i));
                if (before == null || (common != null && !common.equals(before))) {
                    return "";
                }
                common = before;
            }
        }
        return common == null ? "" : common;
    }

    private static @Nullable String before(String line, String written) {
        var end = written.stripTrailing();
        var whole = line.stripTrailing();
        if (!whole.endsWith(end)) {
            return null;
        }
        var rest = whole.substring(0, whole.length() - end.length());
        return rest.isBlank() ? rest : null;
    }

    private static int indexOf(List<String> lines, String line, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals(line)) {
                return i;
            }
        }
        return -1;
    }
}
