package atelier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A fenced code block of a Markdown text, by character positions.
///
/// @param start   of the opening line
/// @param body    where its content begins
/// @param bodyEnd start of the closing line, or the end of the text
/// @param end     behind the closing line and its line break
record Fence(int start, int body, int bodyEnd, int end, String marker, String language, int indent) {
    private static final Pattern OPENING = Pattern.compile("([ \\t]*)(`{3,}|~{3,})[ \\t]*([^\\n]*)");
    private static final int LONGEST_LANGUAGE = 24;

    /// The fences of `text` in order; the last one may be unclosed.
    static List<Fence> in(String text) {
        var fences = new ArrayList<Fence>();
        var at = 0;
        while (at < text.length()) {
            var lineEnd = endOfLine(text, at);
            var opening = opening(text.substring(at, lineEnd));
            if (opening == null) {
                at = lineEnd + 1;
            } else {
                var fence = closing(text, at, Math.min(text.length(), lineEnd + 1), opening);
                fences.add(fence);
                at = fence.end();
            }
        }
        return fences;
    }

    private static Fence closing(String text, int start, int body, Matcher opening) {
        var marker = opening.group(2);
        var indent = opening.group(1).length();
        var language = language(opening.group(3));
        for (var at = body; at < text.length(); at = endOfLine(text, at) + 1) {
            var line = text.substring(at, endOfLine(text, at));
            if (closes(line, marker, indent)) {
                return new Fence(start, body, at, Math.min(text.length(), endOfLine(text, at) + 1), marker, language,
                        indent);
            }
        }
        return new Fence(start, body, text.length(), text.length(), marker, language, indent);
    }

    private static boolean closes(String line, String marker, int indent) {
        var mark = line.strip();
        return mark.length() >= marker.length() && line.indexOf(mark) <= indent + 3
                && mark.chars().allMatch(c -> c == marker.charAt(0));
    }

    private static @Nullable Matcher opening(String line) {
        var opening = OPENING.matcher(line);
        var opens = opening.matches() && !(opening.group(2).startsWith("`") && opening.group(3).contains("`"));
        return opens ? opening : null;
    }

    private static String language(String info) {
        var word = info.strip().split("\\s", 2)[0];
        return word.length() <= LONGEST_LANGUAGE ? word : "";
    }

    private static int endOfLine(String text, int at) {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    static boolean isFenceLine(String line) {
        return opening(line) != null;
    }

    /// `text` with every opening line that is too long for a message of `limit` broken behind its language.
    static String shortened(String text, int limit) {
        var result = new StringBuilder();
        var copied = 0;
        for (var fence : in(text)) {
            if (fence.body() - fence.start() > limit / 2) {
                var line = text.substring(fence.start(), fence.body());
                var info = line.substring(line.indexOf(fence.marker()) + fence.marker().length()).strip();
                var language = fits(fence.marker(), fence.language(), limit) ? fence.language() : "";
                var rest = info.substring(language.length()).strip();
                result.append(text, copied, fence.start()).append(fence.marker()).append(language).append('\n')
                        .append(rest).append(rest.isEmpty() ? "" : "\n");
                copied = fence.body();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static boolean fits(String marker, String language, int limit) {
        return 2 * marker.length() + language.length() + 2 <= limit / 2;
    }

    /// The line that opens this fence again in a message of `limit`.
    String reopening(int limit) {
        var mark = marker.length() > limit / 4 ? marker.substring(0, 3) : marker;
        return mark + (fits(mark, language, limit) ? language : "") + "\n";
    }

    /// `body` without this fence's own indentation in its first `length` characters and the closing line behind them:
    /// a fence out of a list item opens again at the left edge.
    String dedented(String body, int length) {
        if (indent == 0) {
            return body;
        }
        var inside = endOfLine(body, Math.min(length, body.length()));
        return body.substring(0, inside).replaceAll("(?m)^[ \\t]{1," + indent + "}", "") + body.substring(inside);
    }

    /// `chunk`, with a line behind it that closes a fence left open, as far from the edge as it was opened: one in a list item would
    /// not be closed by a line outside of it.
    static String closed(String chunk) {
        var fences = in(chunk);
        if (fences.isEmpty()) {
            return chunk;
        }
        var last = fences.getLast();
        var isOpen = last.end() == chunk.length() && last.bodyEnd() == chunk.length();
        return isOpen
                ? chunk + (chunk.endsWith("\n") ? "" : "\n")
                        + chunk.substring(last.start(), last.start() + last.indent()) + last.marker()
                : chunk;
    }

    /// Units to keep free for closing a fence.
    static int reserve(List<Fence> fences, int limit) {
        return fences.stream().mapToInt(fence -> 1 + fence.indent()
                + (fence.marker().length() <= limit / 3 ? fence.marker().length() : Math.max(3, limit / 4))).max()
                .orElse(0);
    }

    /// `chunk` without its fence lines: what a person reads.
    static String unfenced(String chunk) {
        var bare = new StringBuilder();
        var at = 0;
        for (var fence : in(chunk)) {
            bare.append(chunk, at, fence.start()).append(chunk, fence.body(), fence.bodyEnd());
            at = fence.end();
        }
        return bare.append(chunk, at, chunk.length()).toString();
    }
}
