package atelier.create.patch;

import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A change to one file, as models write it: a unified diff, `*** Update File` or blocks of search and replace. Where the lines are
/// is told by the lines themselves.
///
/// @param path what the file is called afterwards; empty where the change names none
/// @param from what it was called before; as `path` where the name stays
public record Edit(String path, String from, Kind kind, List<Hunk> hunks) {
    /// Letters of a line that is quoted.
    private static final int SHOWN = 60;
    /// Signs read at the cost of one line.
    private static final int SIGNS = 64;
    private static final Sentence TOO_MANY = Sentence.of("check.edit.many");

    public Edit {
        hunks = List.copyOf(hunks);
    }

    /// What becomes of the file.
    public enum Kind {
        CREATED, CHANGED, REMOVED
    }

    /// What came of laying a change over a file.
    public sealed interface Result {
        /// Every hunk found its place.
        record Fits(String content) implements Result {}

        /// @param why short words such as ``does not fit the change: it has no line `x = 1` ``
        record Misses(Sentence why) implements Result {}
    }

    /// Whether the lines are a diff or blocks of search and replace.
    public static boolean isIn(List<String> lines) {
        return DiffReader.isDiff(lines) || SearchReplace.isIn(lines);
    }

    /// Reads the lines of one block; empty when no change is in it, or it breaks off within one. Never throws.
    public static List<Edit> in(List<String> lines) {
        var plain = lines.stream().map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
        return SearchReplace.isIn(plain) ? SearchReplace.read(plain) : DiffReader.read(plain);
    }

    /// Whether it may make a file that is not there yet.
    public boolean creates() {
        return kind == Kind.CREATED || (hunks.size() == 1 && hunks.getFirst().old().isEmpty());
    }

    /// What a new file holds.
    public String created() {
        var lines = hunks.stream().flatMap(hunk -> hunk.now().stream()).toList();
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// Whether the lines are blocks of search and replace of which one has no end.
    public static boolean breaksOff(List<String> lines) {
        return SearchReplace.isIn(lines) && SearchReplace.read(lines).isEmpty();
    }

    /// Whether all that would be new is there already, as when a model shows a change a second time.
    public boolean isDoneIn(String content, Patience patience) {
        var lines = Text.of(content).lines();
        return patience.spend(1 + content.length() / SIGNS)
                && hunks.stream().allMatch(hunk -> Placing.isDone(hunk, lines, patience)) && !patience.isSpent();
    }

    /// The text with every hunk in its place, its kind of line breaks kept; nothing is changed when one has none.
    public Result appliedTo(String content, Patience patience) {
        if (!patience.spend(1 + content.length() / SIGNS)) {
            return new Result.Misses(TOO_MANY);
        }
        var text = Text.of(content);
        boolean windows = text.isWindows();
        var lines = new ArrayList<>(text.lines());
        boolean bare = windows && !text.endsWithBreak();
        if (bare) {
            lines.add(lines.removeLast() + "\r");
        }
        int from = 0;
        int moved = 0;
        for (var hunk : hunks) {
            patience.spend(1 + lines.size() / 8 + (long) hunk.old().size() * hunk.now().size() / 8);
            int at = Placing.of(hunk, lines, from, moved, patience);
            if (at < 0) {
                return new Result.Misses(patience.isSpent() ? TOO_MANY : why(hunk, lines));
            }
            var there = lines.subList(at, at + hunk.old().size());
            var changed = Laying.over(there, hunk, windows);
            there.clear();
            lines.addAll(at, changed);
            from = at + changed.size();
            moved += changed.size() - hunk.old().size();
        }
        if (bare && !lines.isEmpty() && lines.getLast().endsWith("\r")) {
            var last = lines.removeLast();
            lines.add(last.substring(0, last.length() - 1));
        }
        return new Result.Fits(new Text(lines, text.endsWithBreak()).content());
    }

    private static Sentence why(Hunk hunk, List<String> lines) {
        if (hunk.old().isEmpty()) {
            return Sentence.of("check.edit.where");
        }
        var there = lines.stream().map(Edit::signs).collect(Collectors.toSet());
        var missing = hunk.old().stream().filter(line -> !there.contains(signs(line))).findFirst();
        return missing.map(line -> Sentence.of("check.edit.no-line", "line", shown(line)))
                .orElseGet(() -> Sentence.of("check.edit.others", "line", shown(hunk.old().getFirst())));
    }

    private static String signs(String line) {
        return line.replaceAll("\\s", "");
    }

    private static String shown(String line) {
        var plain = line.strip().replace('`', '\'');
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN).stripTrailing() + "\u2026";
    }
}
