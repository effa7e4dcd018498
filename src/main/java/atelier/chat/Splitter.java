package atelier.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Cuts Markdown into messages a platform takes: at a paragraph, else a line, a sentence, a word, and only then anywhere
/// between two characters as people see them. A code fence that is cut is closed in one message and opened again, with
/// its language, in the next; both inside the limit. No text is lost but the white space at the cuts.
public final class Splitter {
    /// The smallest limit for which splitting is defined.
    public static final int SMALLEST_LIMIT = 16;

    private final String text;
    private final Limits limits;
    private final List<Fence> fences;

    private Splitter(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
        this.fences = Fence.in(text);
    }

    /// The messages in order, none of them without content; empty when there is nothing to say.
    ///
    /// @throws IllegalArgumentException when a message may hold fewer than [#SMALLEST_LIMIT] units
    public static List<String> split(String markdown, Limits limits) {
        if (limits.text() < SMALLEST_LIMIT) {
            throw new IllegalArgumentException("a message must hold at least " + SMALLEST_LIMIT + " characters");
        }
        var text = Fence.shortened(whole(markdown.replace("\r\n", "\n").replace('\r', '\n')), limits.text());
        return new Splitter(text.stripTrailing(), limits).chunks();
    }

    /// Halves of characters, of which platforms refuse the whole message, become U+FFFD.
    private static String whole(String text) {
        if (text.codePoints().noneMatch(Splitter::isHalf)) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
        return whole.toString();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private List<String> chunks() {
        var chunks = new ArrayList<String>();
        var from = 0;
        while (from < text.length()) {
            var open = cutBy(from);
            if (open == null) {
                from = behindBlankLines(from);
            }
            var prefix = open == null ? "" : open.reopening(limits.text());
            var cut = fits(prefix, from) ? text.length() : cut(from, window(prefix, from));
            var chunk = Fence.closed(prefix + body(open, from, cut));
            if (!Fence.unfenced(chunk).isBlank()) {
                chunks.add(open == null ? chunk.stripTrailing() : chunk);
            }
            from = next(cut);
        }
        return List.copyOf(chunks);
    }

    private String body(@Nullable Fence open, int from, int cut) {
        var body = text.substring(from, cut);
        return open == null ? body : open.dedented(body, open.bodyEnd() - from);
    }

    /// What is surely too long is not measured, as it would be at every cut.
    private boolean fits(String prefix, int from) {
        return text.length() - from <= 2L * limits.text()
                && limits.lengthOf(Fence.closed(prefix + text.substring(from))) <= limits.text();
    }

    private int window(String prefix, int from) {
        var room = limits.text() - limits.lengthOf(prefix) - Fence.reserve(fences, limits.text());
        return advanced(from, room);
    }

    private int advanced(int from, int units) {
        if (limits.unit() == Limits.TextUnit.CODE_POINT) {
            var near = (int) Math.min(text.length(), from + 2L * units);
            return text.codePointCount(from, near) <= units ? near : text.offsetByCodePoints(from, units);
        }
        return Math.min(text.length(), from + units);
    }

    private int cut(int from, int end) {
        var size = end - from;
        var paragraph = lastCut(from + size / 2, end, at -> text.startsWith("\n\n", at) && cutBy(at) == null, from);
        if (paragraph > 0) {
            return paragraph;
        }
        var line = lastCut(from + size / 3, end, at -> text.charAt(at) == '\n', from);
        if (line > 0) {
            return line;
        }
        var sentence = lastCut(from + size / 2, end, this::endsSentence, from);
        if (sentence > 0) {
            return sentence;
        }
        var word = lastCut(from + size / 4, end, at -> Character.isWhitespace(text.charAt(at)), from);
        return word > 0 ? word : hardCut(from, end);
    }

    private boolean endsSentence(int at) {
        return Character.isWhitespace(text.charAt(at)) && ".!?…。！？".indexOf(text.charAt(at - 1)) >= 0;
    }

    /// The last place in `lowest..highest` of this kind that keeps fence lines whole; 0 when there is none.
    private int lastCut(int lowest, int highest, IntPredicate kind, int from) {
        for (var at = Math.min(highest, text.length() - 1); at > Math.max(lowest, from); at--) {
            if (kind.test(at)) {
                var cut = besideFenceLine(at, from);
                if (cut > from && makesNoFence(cut, from)) {
                    return cut;
                }
            }
        }
        return 0;
    }

    /// `at`, or the nearest earlier place when `at` stands within a fence line or leaves a fence opened but empty.
    private int besideFenceLine(int at, int from) {
        for (var fence : fences) {
            if (fence.start() < at && at <= fence.body()) {
                return fence.start() > from ? fence.start() : 0;
            }
            if (fence.bodyEnd() <= at && at < fence.end() - 1) {
                return fence.bodyEnd() - 1;
            }
        }
        return at;
    }

    /// Whether neither half of a line cut here would be taken for a fence.
    private boolean makesNoFence(int cut, int from) {
        if (text.charAt(cut) == '\n' || text.charAt(cut - 1) == '\n') {
            return true;
        }
        var lineStart = Math.max(from, text.lastIndexOf('\n', cut - 1) + 1);
        var lineEnd = text.indexOf('\n', cut);
        return !Fence.isFenceLine(text.substring(lineStart, cut))
                && !Fence.isFenceLine(text.substring(cut, lineEnd < 0 ? text.length() : lineEnd).strip());
    }

    private int hardCut(int from, int end) {
        var characters = BreakIterator.getCharacterInstance();
        var start = Math.max(from, end - 64);
        characters.setText(text.substring(start, Math.min(text.length(), end + 32)));
        var at = characters.preceding(end - start + 1);
        while (at > 0 && start + at > from) {
            var cut = besideFenceLine(start + at, from);
            if (cut > from && makesNoFence(cut, from)) {
                return cut;
            }
            at = characters.previous();
        }
        return betweenSurrogates(end) && end - 1 > from ? end - 1 : end;
    }

    private boolean betweenSurrogates(int at) {
        return at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private int next(int cut) {
        for (var fence : fences) {
            var atClosing = cut >= fence.bodyEnd() || (cut == fence.bodyEnd() - 1 && text.charAt(cut) == '\n');
            if (atClosing && cut >= fence.body() && cut < fence.end()) {
                return fence.end();
            }
        }
        if (cutBy(cut) != null) {
            return text.charAt(cut) == '\n' ? cut + 1 : cut;
        }
        var next = cut;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')
                && text.charAt(next - 1) != '\n') {
            next++;
        }
        return next;
    }

    private int behindBlankLines(int from) {
        var line = from;
        for (var at = from; at < text.length() && Character.isWhitespace(text.charAt(at)); at++) {
            if (text.charAt(at) == '\n') {
                line = at + 1;
            }
        }
        return line;
    }

    /// The fence whose content `at` stands in.
    private @Nullable Fence cutBy(int at) {
        for (var fence : fences) {
            if (fence.body() <= at && at < fence.bodyEnd()) {
                return fence;
            }
        }
        return null;
    }
}
