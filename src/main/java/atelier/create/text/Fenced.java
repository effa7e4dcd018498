package atelier.create.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// A block of Markdown between two fences of the same marks. A fence that is never closed is none.
///
/// @param info    what stands behind the opening marks, stripped
/// @param content with its last line break
/// @param start   where the opening line begins
/// @param end     where the closing line ends, its break not counted
record Fenced(String info, String content, int start, int end) {
    private static final Pattern MARKS = Pattern.compile("[ \\t]{0,3}+(`{3,8}+|~{3,8}+)([^`]{0,160}+)");

    /// All of them in the order of the text, in time proportional to its length.
    static List<Fenced> in(String text) {
        var lines = text.split("\n", -1);
        var closing = closing(lines);
        var found = new ArrayList<Fenced>();
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (closing[i] == 0) {
                start += lines[i].length() + 1;
                continue;
            }
            int from = start + lines[i].length() + 1;
            int to = from;
            for (int k = i + 1; k < closing[i]; k++) {
                to += lines[k].length() + 1;
            }
            int end = to + lines[closing[i]].length();
            found.add(new Fenced(info(lines[i]), text.substring(from, to), start, end));
            i = closing[i];
            start = end + 1;
        }
        return found;
    }

    /// For each line that opens a block the one that closes it; 0 for others.
    private static int[] closing(String[] lines) {
        var closing = new int[lines.length];
        var next = new HashMap<String, Integer>();
        for (int i = lines.length - 1; i >= 0; i--) {
            var marks = MARKS.matcher(lines[i]);
            if (marks.matches()) {
                closing[i] = next.getOrDefault(marks.group(1), 0);
                if (marks.group(2).isBlank()) {
                    next.put(marks.group(1), i);
                }
            }
        }
        return closing;
    }

    private static String info(String line) {
        var marks = MARKS.matcher(line);
        return marks.matches() ? marks.group(2).strip() : "";
    }
}
