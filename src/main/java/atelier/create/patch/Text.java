package atelier.create.patch;

import java.util.ArrayList;
import java.util.List;

/// A text as lines, with what is easily lost: the kind of line break and whether the last line has one.
///
/// Lines keep a `\r` they end in; `git` counts it as part of the line.
record Text(List<String> lines, boolean endsWithBreak) {
    Text {
        lines = List.copyOf(lines);
    }

    static Text of(String content) {
        if (content.isEmpty()) {
            return new Text(List.of(), true);
        }
        var lines = new ArrayList<>(List.of(content.split("\n", -1)));
        boolean ends = lines.getLast().isEmpty();
        if (ends) {
            lines.removeLast();
        }
        return new Text(lines, ends);
    }

    String content() {
        var joined = String.join("\n", lines);
        return lines.isEmpty() || !endsWithBreak ? joined : joined.concat("\n");
    }

    /// Whether most lines end in `\r\n`.
    boolean isWindows() {
        return lines.stream().filter(line -> line.endsWith("\r")).count() * 2 > lines.size();
    }

    /// `content` with the line breaks of this text.
    String like(String content) {
        var plain = content.replace("\r\n", "\n");
        var broken = isWindows() ? plain.replace("\n", "\r\n") : plain;
        if (lines.isEmpty() || broken.isEmpty()) {
            return broken;
        }
        // A model's block always ends with a break; the file may not.
        boolean ends = broken.endsWith("\n");
        if (endsWithBreak && !ends) {
            return broken.concat(isWindows() ? "\r\n" : "\n");
        }
        return !endsWithBreak && ends ? broken.replaceFirst("\r?\n\\z", "") : broken;
    }
}
