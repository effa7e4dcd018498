package atelier.create.check;

import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/// The first thing wrong in a syntax tree, in words. Walks with a cursor, as trees may be deeper than a stack.
final class SyntaxError {
    private static final Map<String, String> PAIRS = Map.of("{", "}", "(", ")", "[", "]", "${", "}", "#{", "}");
    private static final Pattern MACRO = Pattern.compile("\\b[A-Z_][A-Z0-9_]{2,60}\\b");
    private static final int SHOWN = 40;
    /// Nodes between two looks at the clock.
    private static final int LOOK = 1_000;

    private final String[] lines;
    private final Deque<TSNode> open = new ArrayDeque<>();
    private @Nullable TSNode stray;
    private @Nullable TSNode first;
    private @Nullable TSNode inner;

    private SyntaxError(String content) {
        lines = content.split("\n", -1);
    }

    /// @param end when to stop looking, as [System#nanoTime()] counts; what is broken is said to be all the same
    static Syntax in(TSNode root, String language, String content, long end) {
        if (!root.hasError()) {
            return new Syntax.Parses();
        }
        var error = new SyntaxError(content);
        if (!error.walk(root, end)) {
            // Of what was not seen, some may close these.
            error.open.clear();
        }
        boolean c = language.equals("c") || language.equals("c++");
        return c && error.isDoubtful(content)
                ? new Syntax.Skipped(Sentence.of("check.skip.macros"))
                : error.sentence();
    }

    /// Whether the whole tree was seen.
    private boolean walk(TSNode root, long end) {
        var cursor = new TSTreeCursor(root);
        for (int seen = 0;; seen++) {
            if (seen % LOOK == 0 && System.nanoTime() - end > 0) {
                return false;
            }
            see(cursor.currentNode());
            if (cursor.gotoFirstChild()) {
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                if (!cursor.gotoParent()) {
                    return true;
                }
            }
        }
    }

    private void see(TSNode node) {
        boolean wrong = node.isError() || node.isMissing();
        if (wrong && first == null) {
            first = node;
        }
        if (wrong && node.getChildCount() == 0 && inner == null) {
            inner = node;
        }
        if (node.getChildCount() > 0 || node.isMissing() || stray != null) {
            return;
        }
        var type = node.getType();
        if (PAIRS.containsKey(type)) {
            open.push(node);
        } else if (PAIRS.containsValue(type)) {
            var last = open.peek();
            if (last != null && type.equals(PAIRS.get(last.getType()))) {
                open.pop();
            } else {
                stray = node;
            }
        }
    }

    private Syntax sentence() {
        var unexpected = stray;
        if (unexpected != null) {
            var last = open.peek();
            return at(unexpected, last == null
                    ? Sentence.of("check.unexpected", "what", quoted(unexpected))
                    : Sentence.of("check.unexpected.open", "what", quoted(unexpected), "open", last.getType(), "line",
                            Integer.toString(line(last))));
        }
        var unclosed = open.peek();
        if (unclosed != null) {
            return at(unclosed, Sentence.of("check.unclosed", "what", quoted(unclosed)));
        }
        var wrong = inner != null && first != null && inner.getStartByte() <= first.getEndByte() ? inner : first;
        if (wrong == null) {
            return new Syntax.Broken(0, Sentence.of("check.no-parse"));
        }
        return wrong.isMissing()
                ? at(wrong, Sentence.of("check.missing", "what", quoted(wrong)))
                : at(wrong, Sentence.of("check.unexpected", "what", shown(wrong)));
    }

    /// Sources for the preprocessor parse only after it: braces that do not match are certain, the rest only where no macro
    /// is near.
    private boolean isDoubtful(String content) {
        if (stray != null || !open.isEmpty()) {
            return content.contains("#if");
        }
        var wrong = first;
        if (wrong == null || content.contains("#define") || content.contains("#if")) {
            return true;
        }
        int from = Math.max(0, wrong.getStartPoint().getRow() - 1);
        int to = Math.min(lines.length - 1, wrong.getEndPoint().getRow());
        for (int row = from; row <= to; row++) {
            if (MACRO.matcher(lines[row]).find()) {
                return true;
            }
        }
        return false;
    }

    private static Syntax at(TSNode node, Sentence what) {
        return new Syntax.Broken(line(node), what);
    }

    private static Sentence quoted(TSNode node) {
        return Sentence.plain("\"" + node.getType() + "\"");
    }

    private static int line(TSNode node) {
        return node.getStartPoint().getRow() + 1;
    }

    /// What stands at the place; columns count bytes, so the text is taken from the line as it is.
    private Sentence shown(TSNode node) {
        int row = Math.min(node.getStartPoint().getRow(), lines.length - 1);
        var bytes = lines[row].getBytes(StandardCharsets.UTF_8);
        int from = Math.min(node.getStartPoint().getColumn(), bytes.length);
        boolean sameRow = node.getEndPoint().getRow() == row;
        int to = sameRow ? Math.clamp(node.getEndPoint().getColumn(), from, bytes.length) : bytes.length;
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return node.getEndByte() <= node.getStartByte() || row == lines.length - 1
                    ? Sentence.of("check.end")
                    : Sentence.of("check.line-break");
        }
        return Sentence.plain("\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text) + "\"");
    }
}
