package atelier.create.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads JSON as models write it: raw line ends in strings, other quotes, comments, commas too many, escapes that are
/// none, quotes that should have been escaped, an end that is missing. In time proportional to the length; throws for no
/// text.
public final class LenientJson {
    private static final int DEEPEST = 60;
    private static final int LONGEST_KEY = 300;
    /// Objects that [#objects] looks for.
    private static final int MOST = 24;

    private final String text;
    private final JsonStrings strings;
    private final Predicate<String> replaces;
    private int at;
    private boolean ended;
    private boolean broken;
    private @Nullable JsonNode cut;

    private LenientJson(String text, int from, boolean sloppy, Predicate<String> replaces) {
        this.text = text;
        this.at = from;
        this.strings = new JsonStrings(text, sloppy);
        this.replaces = replaces;
    }

    /// @param end      the position behind it
    /// @param cut      the string in which the text broke off; null when it did not, or broke off elsewhere
    /// @param complete whether the text went on to the end of the value
    public record Value(JsonNode node, int end, @Nullable JsonNode cut, boolean complete) {}

    /// The object or array that begins at `from`; null when it is none.
    ///
    /// @param replaces whether of two values with this key only the later counts; else the earlier stays under another key
    public static @Nullable Value read(String text, int from, Predicate<String> replaces) {
        for (var sloppy : new boolean[]{false, true}) {
            var reader = new LenientJson(text, from, sloppy, replaces);
            var node = reader.value(0);
            // The second try reads quotes by what stands around them.
            if (node != null && !reader.broken) {
                return new Value(node, reader.at, reader.cut, !reader.ended);
            }
        }
        return null;
    }

    /// The first objects amid anything else, in the order they begin; of one that goes wrong, what stands before the mistake.
    public static List<JsonNode> objects(String text) {
        var found = new ArrayList<JsonNode>();
        for (int from = text.indexOf('{'); from >= 0 && found.size() < MOST;) {
            var strict = new LenientJson(text, from, false, _ -> true);
            var node = strict.value(0);
            int end = strict.at;
            if (strict.broken) {
                var sloppy = new LenientJson(text, from, true, _ -> true);
                var other = sloppy.value(0);
                if (sloppy.at > strict.at) {
                    node = other;
                    end = sloppy.at;
                }
            }
            if (node != null) {
                found.add(node);
            }
            from = text.indexOf('{', Math.max(from + 1, end));
        }
        return found;
    }

    /// Ends the reading at a sign that cannot stand where it does; what was read stays.
    private @Nullable JsonNode fail() {
        broken = true;
        ended = true;
        return null;
    }

    /// Null where the text has ended.
    private @Nullable JsonNode value(int depth) {
        if (depth > DEEPEST) {
            return fail();
        }
        skip();
        if (ended) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"', '\'', '`' -> depth == 0 ? fail() : string(false);
            default -> literal();
        };
    }

    private JsonNode object(int depth) {
        var node = JsonNodeFactory.instance.objectNode();
        at++;
        while (true) {
            skip();
            if (ended || take('}')) {
                return node;
            }
            var key = isQuote(text.charAt(at)) ? string(true).asText() : token();
            skip();
            if (key.isEmpty() || key.length() > LONGEST_KEY || (!ended && !take(':'))) {
                fail();
                return node;
            }
            if (ended) {
                node.set(key, JsonNodeFactory.instance.nullNode());
                return node;
            }
            var value = value(depth + 1);
            if (value == null) {
                return node;
            }
            put(node, key, value);
            comma('}');
        }
    }

    /// Of two values with one key the later counts; the earlier stays to be read, unless it is replaced.
    private void put(ObjectNode node, String key, JsonNode value) {
        var before = node.replace(key, value);
        if (before != null && !replaces.test(key)) {
            node.set(key + " (" + node.size() + ")", before);
        }
    }

    private JsonNode array(int depth) {
        var node = JsonNodeFactory.instance.arrayNode();
        at++;
        while (true) {
            skip();
            if (ended || take(']')) {
                return node;
            }
            var value = value(depth + 1);
            if (value == null) {
                return node;
            }
            node.add(value);
            comma(']');
        }
    }

    private void comma(char closing) {
        skip();
        if (!ended && !take(',') && text.charAt(at) != closing) {
            fail();
        }
    }

    private JsonNode string(boolean key) {
        var read = strings.read(at, key);
        at = read.end();
        var node = TextNode.valueOf(read.text());
        if (!read.closed()) {
            ended = true;
            if (!key) {
                cut = node;
            }
        }
        return node;
    }

    private @Nullable JsonNode literal() {
        var nodes = JsonNodeFactory.instance;
        var token = token();
        return switch (token) {
            case "true", "True" -> nodes.booleanNode(true);
            case "false", "False" -> nodes.booleanNode(false);
            case "null", "None", "undefined" -> nodes.nullNode();
            default -> {
                // At the end of the text it may be the beginning of anything.
                yield isNumber(token) || at >= text.length() ? nodes.numberNode(number(token)) : fail();
            }
        };
    }

    private static double number(String token) {
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.length() < 40
                && token.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0);
    }

    private String token() {
        int start = at;
        while (at < text.length() && at - start < 100 && ",:{}[]\"'`\n\r\t /".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean take(char sign) {
        if (text.charAt(at) != sign) {
            return false;
        }
        at++;
        return true;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /// Over blanks and comments; the end of a fence is the end of the text.
    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00A0' || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at) || c == '#') {
                at = after("\n");
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at) >= 0) {
                at = after("*/");
            } else {
                break;
            }
        }
        ended |= at >= text.length() || text.startsWith("```", at);
    }

    private int after(String mark) {
        int found = text.indexOf(mark, at);
        return found < 0 ? text.length() : found + mark.length();
    }
}
