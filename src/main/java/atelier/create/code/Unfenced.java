package atelier.create.code;

import atelier.create.patch.Edit;
import java.util.ArrayList;
import java.util.List;

/// A diff that stands in an answer without a fence around it.
final class Unfenced {
    private static final int HEAD = 4;
    private static final String FENCE = "~~~~~~~~";

    private Unfenced() {}

    /// The lines with a fence around the changes; as they are when there is a fence already, or no change.
    static List<String> fenced(List<String> lines) {
        if (lines.stream().anyMatch(line -> Fence.of(line) != null)) {
            return lines;
        }
        int from = 0;
        while (from < lines.size() && !begins(lines, from)) {
            from++;
        }
        int to = lines.size();
        while (to > from && !ends(lines.get(to - 1))) {
            to--;
        }
        if (from >= to) {
            return lines;
        }
        var all = new ArrayList<>(lines.subList(0, from));
        all.add(FENCE + "diff");
        all.addAll(lines.subList(from, to));
        all.add(FENCE);
        all.addAll(lines.subList(to, lines.size()));
        return all;
    }

    private static boolean begins(List<String> lines, int at) {
        var line = lines.get(at);
        boolean sign = !line.isEmpty() && "d-@*<".indexOf(line.charAt(0)) >= 0;
        return sign && Edit.isIn(lines.subList(at, Math.min(lines.size(), at + HEAD)));
    }

    /// What follows the last change is prose.
    private static boolean ends(String line) {
        return !line.isEmpty() && "+-@\\>*".indexOf(line.charAt(0)) >= 0;
    }
}
