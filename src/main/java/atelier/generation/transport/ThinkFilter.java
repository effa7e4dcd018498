package atelier.generation.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the thinking out of streamed text, wherever the chunks happen to be cut.
///
/// A block opens with `<think>` or `<thinking>` at the beginning or after white space (so that code and prose which quote the tag
/// stay whole) and ends with its closing tag. White space before the first visible letter is dropped.
final class ThinkFilter {
    private static final Pattern OPEN = Pattern.compile("(?<![^\\s])<think(?:ing)?>");
    private static final Pattern CLOSE = Pattern.compile("</think(?:ing)?>");
    private static final int LONGEST_TAG = "</thinking>".length();

    private final StringBuilder pending = new StringBuilder();
    private boolean thinking;
    private boolean begun;
    /// The last character let through, for what "after white space" means at the start of a chunk.
    private char last = ' ';

    /// @return the text that can be shown now; may be empty
    String accept(String chunk) {
        pending.append(chunk);
        var visible = new StringBuilder();
        while (thinking ? closed() : opened(visible)) {
            thinking = !thinking;
        }
        return show(visible);
    }

    /// @return the rest, now that nothing follows
    String finish() {
        String rest = thinking ? "" : pending.toString();
        pending.setLength(0);
        return show(new StringBuilder(rest));
    }

    private boolean closed() {
        Matcher tag = CLOSE.matcher(pending);
        if (tag.find()) {
            pending.delete(0, tag.end());
            last = ' ';
            return true;
        }
        pending.delete(0, Math.max(0, pending.length() - LONGEST_TAG));
        return false;
    }

    private boolean opened(StringBuilder visible) {
        Matcher tag = OPEN.matcher(last + pending.toString());
        if (tag.find(1)) {
            visible.append(pending, 0, tag.start() - 1);
            pending.delete(0, tag.end() - 1);
            return true;
        }
        int kept = startOfTag();
        visible.append(pending, 0, kept);
        if (kept > 0) {
            last = pending.charAt(kept - 1);
        }
        pending.delete(0, kept);
        return false;
    }

    /// Where a tag may just be beginning at the end of the text; its length when none is.
    private int startOfTag() {
        int at = pending.lastIndexOf("<");
        if (at < 0) {
            return pending.length();
        }
        char before = at == 0 ? last : pending.charAt(at - 1);
        return Character.isWhitespace(before) && "<thinking>".startsWith(pending.substring(at)) ? at : pending.length();
    }

    private String show(StringBuilder visible) {
        String text = begun ? visible.toString() : visible.toString().stripLeading();
        begun |= !text.isEmpty();
        return text;
    }
}
