package atelier.create.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads JSON as models write it: raw line ends in strings, other quotes, comments, commas too many, escapes that are
/// none, quotes that should have been escaped, an end that is missing. In time proportional to the length.
final class LenientJson {
    private static final int DEEPEST = 60;
    private static final int LONGEST_KEY = 300;

    private final String text;
    private final JsonStrings strings;
    private int at;
    private boolean ended;
    private @Nullable JsonNode cut;

    private LenientJson(String text, int from, boolean sloppy) {
        this.text = text;
        this.at = from;
        this.strings = new JsonStrings(text, sloppy);
    }

    /// @param end      the position behind it
    /// @param cut      the string in which the text broke off; null when it did not, or broke off elsewhere
    /// @param complete whether the text went on to the end of the value
    record Value(JsonNode node, int end, @Nullable JsonNode cut, boolean complete) {}

    /// A sign that cannot stand where it does.
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("no JSON", null, false, false);
        }
    }

    /// The object or array that begins at `from`; null when it is none.
    static @Nullable Value read(String text, int from) {
        for (var sloppy : new boolean[]{false, true}) {
            var reader = new LenientJson(text, from, sloppy);
            try {
                var node = reader.value(0);
                if (node != null) {
                    return new Value(node, reader.at, reader.cut, !reader.ended);
                }
            } catch (Broken e) {
                // The second try reads quotes by what stands around them.
            }
        }
        return null;
    }

    /// Null where the text has ended.
    private @Nullable JsonNode value(int depth) throws Broken {
        if (depth > DEEPEST) {
            throw new Broken();
        }
        skip();
        if (ended) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"', '\'', '`' -> string(depth == 0, false);
            default -> literal();
        };
    }

    private JsonNode object(int depth) throws Broken {
        var node = JsonNodeFactory.instance.objectNode();
        at++;
        while (true) {
            skip();
            if (ended || take('}')) {
                return node;
            }
            var key = isQuote(text.charAt(at)) ? string(false, true).asText() : token();
            skip();
            if (key.isEmpty() || key.length() > LONGEST_KEY || (!ended && !take(':'))) {
                throw new Broken();
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

    /// Of two values with one key the later counts; the earlier stays to be read, unless it is an earlier file.
    private static void put(ObjectNode node, String key, JsonNode value) {
        var before = node.replace(key, value);
        if (before != null && !FileLabel.looksLikePath(key, true)) {
            node.set(key + " (" + node.size() + ")", before);
        }
    }

    private JsonNode array(int depth) throws Broken {
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

    private void comma(char closing) throws Broken {
        skip();
        if (!ended && !take(',') && text.charAt(at) != closing) {
            throw new Broken();
        }
    }

    private JsonNode string(boolean top, boolean key) throws Broken {
        if (top) {
            throw new Broken();
        }
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

    private JsonNode literal() throws Broken {
        var nodes = JsonNodeFactory.instance;
        var token = token();
        return switch (token) {
            case "true", "True" -> nodes.booleanNode(true);
            case "false", "False" -> nodes.booleanNode(false);
            case "null", "None", "undefined" -> nodes.nullNode();
            default -> {
                if (at < text.length() && !isNumber(token)) {
                    throw new Broken();
                }
                yield nodes.numberNode(0);
            }
        };
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
