package atelier.create.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Blocks of `<<<<<<< SEARCH`, `=======`, `>>>>>>> REPLACE`, with a file's name above the first where there is one.
final class SearchReplace {
    private static final Pattern SEARCH = Pattern.compile("<{5,9} ?(?:SEARCH|ORIGINAL|HEAD|OLD)");
    private static final Pattern MIDDLE = Pattern.compile("={5,9}");
    private static final Pattern REPLACE = Pattern.compile(">{5,9} ?(?:REPLACE|UPDATED|NEW)?");
    private static final Pattern NAME = Pattern.compile("[#/*`\\s]{0,6}([\\w.@/-]{1,200}\\.\\w{1,12})[`:*\\s]{0,4}");
    private static final int HEAD = 3;
    private static final int SHORT = 40;

    private SearchReplace() {}

    static boolean isIn(List<String> lines) {
        return lines.stream().limit(HEAD).anyMatch(SearchReplace::opens);
    }

    static boolean opens(String line) {
        return is(SEARCH, line);
    }

    private static boolean is(Pattern mark, String line) {
        return line.length() < SHORT && mark.matcher(line.strip()).matches();
    }

    /// One change a name: blocks without a name of their own belong to the file named last.
    static List<Edit> read(List<String> lines) {
        var edits = new ArrayList<Edit>();
        var path = "";
        var hunks = new ArrayList<Hunk>();
        var old = new ArrayList<String>();
        var now = new ArrayList<String>();
        int part = 0;
        for (var text : lines) {
            if (part == 0) {
                var name = NAME.matcher(text.length() < 250 ? text.strip() : "");
                if (opens(text)) {
                    part = 1;
                } else if (name.matches()) {
                    end(edits, path, hunks);
                    path = name.group(1);
                }
            } else if (part == 1 && is(MIDDLE, text)) {
                part = 2;
            } else if (part == 2 && is(REPLACE, text)) {
                hunks.add(new Hunk(0, old, now));
                old.clear();
                now.clear();
                part = 0;
            } else {
                (part == 1 ? old : now).add(text);
            }
        }
        end(edits, path, hunks);
        return part == 0 ? edits : List.of();
    }

    private static void end(List<Edit> edits, String path, List<Hunk> hunks) {
        var real = hunks.stream().filter(hunk -> !hunk.old().equals(hunk.now())).toList();
        if (!real.isEmpty()) {
            edits.add(new Edit(path, path, Edit.Kind.CHANGED, real));
        }
        hunks.clear();
    }
}
