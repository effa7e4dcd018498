package atelier.create.check;

import atelier.create.check.Syntax.Broken;
import atelier.create.check.Syntax.Parses;
import atelier.language.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tags of a page, and the scripts and styles inside it by their own parsers. Follows the browser where it forgives:
/// end tags that may be left out may be left out.
final class Page {
    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link",
            "meta", "param", "source", "track", "wbr", "frame", "keygen", "basefont");
    private static final Set<String> MAY_STAY_OPEN = Set.of("p", "li", "td", "tr", "th", "dt", "dd", "option",
            "optgroup", "thead", "tbody", "tfoot", "colgroup", "caption", "rp", "rt", "body", "head", "html");
    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "xmp", "noembed", "iframe");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{|\\{%|<%|<\\?php|<\\?=");
    private static final Pattern TYPE = Pattern.compile("\\btype\\s{0,3}=\\s{0,3}[\"']?([^\"'\\s>]{1,60})",
            Pattern.CASE_INSENSITIVE);

    /// A tag that waits for its end.
    private record Open(String name, int line) {}

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    /// How many of each name are open: pages may nest deeper than one can look through at every tag.
    private final Map<String, Integer> counts = new HashMap<>();
    private int line = 1;
    private int counted;

    private Page(String text) {
        this.text = text;
    }

    static Syntax of(String text) {
        return TEMPLATE.matcher(text).find()
                ? new Syntax.Skipped(Sentence.of("check.skip.template"))
                : new Page(text).read();
    }

    private Syntax read() {
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at + 4);
                if (end < 0) {
                    return broken(at, Sentence.of("check.comment"));
                }
                at = text.indexOf('<', end);
                continue;
            }
            if (!isTag(at)) {
                at = text.indexOf('<', at + 1);
                continue;
            }
            int end = end(at);
            if (end < 0) {
                return broken(at, Sentence.of("check.tag", "tag", start(at)));
            }
            var problem = tag(at, end);
            if (problem != null) {
                return problem;
            }
            at = text.indexOf('<', next);
        }
        return unclosed(null);
    }

    private int next;

    private @Nullable Broken tag(int at, int end) {
        var name = name(at);
        next = end + 1;
        if (text.charAt(at + 1) == '/') {
            return close(at, name);
        }
        boolean foreign = isOpen("svg") || isOpen("math");
        if (VOID.contains(name) || (text.charAt(end - 1) == '/' && (foreign || name.equals("svg")))) {
            return null;
        }
        if (RAW.contains(name) && !foreign) {
            return raw(at, end, name);
        }
        open.push(new Open(name, line(at)));
        counts.merge(name, 1, Integer::sum);
        return null;
    }

    private boolean isOpen(String name) {
        return counts.getOrDefault(name, 0) > 0;
    }

    private @Nullable Broken close(int at, String name) {
        if (name.equals("br") || (name.equals("p") && !isOpen("p"))) {
            return null;
        }
        if (!isOpen(name)) {
            return MAY_STAY_OPEN.contains(name) || VOID.contains(name)
                    ? null
                    : broken(at, Sentence.of("check.unexpected", "what", "\"</" + name + ">\""));
        }
        while (!open.isEmpty()) {
            var last = open.pop();
            counts.merge(last.name, -1, Integer::sum);
            if (last.name.equals(name)) {
                return null;
            }
            if (!MAY_STAY_OPEN.contains(last.name)) {
                return unclosed(last.line, last.name);
            }
        }
        return null;
    }

    private Syntax unclosed(@Nullable Broken before) {
        for (var one : open) {
            if (!MAY_STAY_OPEN.contains(one.name)) {
                return unclosed(one.line, one.name);
            }
        }
        return before == null ? new Parses() : before;
    }

    /// Content that is no markup, up to its end tag.
    private @Nullable Broken raw(int at, int end, String name) {
        var lower = "</" + name;
        int close = end;
        do {
            close = indexOfIgnoringCase(lower, close + 1);
        } while (close >= 0 && close + lower.length() < text.length()
                && Character.isLetterOrDigit(text.charAt(close + lower.length())));
        if (close < 0) {
            return unclosed(line(at), name);
        }
        int after = text.indexOf('>', close);
        next = after < 0 ? text.length() : after + 1;
        var content = text.substring(end + 1, close);
        var judged = switch (name) {
            case "script" -> script(text.substring(at, end), content);
            case "style" -> Stylesheet.of(content, false);
            default -> new Parses();
        };
        if (!(judged instanceof Broken(var row, var problem))) {
            return null;
        }
        int real = line(end) + row - 1;
        return new Broken(real, Sentence.of("check.in-tag", "problem", problem, "tag", name));
    }

    private static Syntax script(String tag, String content) {
        var found = TYPE.matcher(tag);
        var type = found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
        if (content.isBlank()) {
            return new Parses();
        }
        if (type.isEmpty() || type.equals("module") || type.endsWith("javascript") || type.endsWith("ecmascript")) {
            return SyntaxTree.of("javascript", content);
        }
        return type.equals("importmap") || type.endsWith("json")
                ? WellFormed.json("inline.json", content)
                : new Parses();
    }

    private int indexOfIgnoringCase(String what, int from) {
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            if (text.regionMatches(true, at, what, 0, what.length())) {
                return at;
            }
        }
        return -1;
    }

    private boolean isTag(int at) {
        int first = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        return first < text.length() && Character.isLetter(text.charAt(first));
    }

    private String name(int at) {
        int from = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && ">/".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /// The `>` of the tag, not one within a quoted value.
    private int end(int at) {
        char quote = 0;
        char before = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && before == '=') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return -1;
    }

    private String start(int at) {
        return text.substring(at, Math.min(text.length(), at + 30)).lines().findFirst().orElse("");
    }

    private static Broken unclosed(int line, String name) {
        return new Broken(line, Sentence.of("check.unclosed", "what", "\"<" + name + ">\""));
    }

    private Broken broken(int at, Sentence what) {
        return new Broken(line(at), what);
    }

    /// Counts on from the last place asked for, so that a long page is read once.
    private int line(int at) {
        if (at < counted) {
            counted = 0;
            line = 1;
        }
        for (; counted < at; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
