package atelier.create.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Answers written as a JSON project: `{"files":[{"path", "content"}], "explanation"}` and its variants, alone, behind a
/// fence or amid prose, with the small mistakes models make, also cut off.
final class JsonAnswer {
    private static final int MAX_TRIES = 4;
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonAnswer() {}

    /// Null when the answer holds no project in JSON.
    static @Nullable Extraction read(List<String> lines) {
        int tries = 0;
        Fence fence = null;
        for (int i = 0; i < lines.size() && tries < MAX_TRIES; i++) {
            var mark = Fence.of(lines.get(i));
            if (mark != null) {
                fence = fence == null ? mark : mark.closes(fence) ? null : fence;
                continue;
            }
            if (!begins(lines.get(i)) || (fence != null && !mayHold(fence))) {
                continue;
            }
            tries++;
            var found = readAt(lines, i, fence != null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean begins(String line) {
        var stripped = line.stripLeading();
        return stripped.startsWith("{") || stripped.startsWith("[{") || stripped.strip().equals("[");
    }

    private static boolean mayHold(Fence fence) {
        var info = InfoString.of(fence.info());
        return info.path() == null && (fence.isBare() || "json".equals(info.language()));
    }

    private static @Nullable Extraction readAt(List<String> lines, int start, boolean fenced) {
        var text = String.join("\n", lines.subList(start, lines.size()));
        if (text.indexOf("\"") < 0 && text.indexOf('\'') < 0) {
            return null;
        }
        var value = parse(text, false);
        if (value == null) {
            return null;
        }
        var project = JsonProject.of(value.node(), value.cut());
        if (project == null) {
            return null;
        }
        var before = lines.subList(0, fenced ? Math.max(0, lastFence(lines, start)) : start);
        var rest = text.substring(Math.min(text.length(), value.end())).stripLeading();
        if (fenced && Fence.of(rest.lines().findFirst().orElse("")) != null) {
            rest = rest.substring(Math.max(0, rest.indexOf('\n') + 1));
            rest = Fence.of(rest) != null ? "" : rest;
        }
        return project.with(Explanation.joined(String.join("\n", before), project.explanation(), rest));
    }

    private static int lastFence(List<String> lines, int start) {
        int at = start - 1;
        while (at > 0 && Fence.of(lines.get(at)) == null) {
            at--;
        }
        return at;
    }

    /// @param end characters read
    /// @param cut whether the text broke off inside a string
    private record Value(JsonNode node, int end, boolean cut) {}

    private static @Nullable Value parse(String text, boolean closed) {
        try (var parser = LENIENT.createParser(text)) {
            JsonNode node = parser.readValueAsTree();
            return node == null ? null : new Value(node, (int) parser.currentLocation().getCharOffset(), false);
        } catch (JsonProcessingException e) {
            return closed ? null : parseCut(text);
        } catch (IOException e) {
            return null;
        }
    }

    /// Closes what is open at the end of a text that broke off, then reads it.
    private static @Nullable Value parseCut(String text) {
        var open = new ArrayDeque<Character>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                open.push(c == '{' ? '}' : ']');
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.pop();
                if (open.isEmpty()) {
                    return null;
                }
            }
        }
        if (open.isEmpty() || open.size() > 100) {
            return null;
        }
        var closers = new StringBuilder();
        open.forEach(closers::append);
        var head = quoted ? withoutHalfEscape(text) : text;
        for (var end : quoted ? List.of("\"", "\":null") : List.of("", "null", ":null")) {
            var value = parse(head + end + closers, true);
            if (value != null) {
                return new Value(value.node(), text.length(), quoted);
            }
        }
        return null;
    }

    private static String withoutHalfEscape(String text) {
        int slash = text.lastIndexOf('\\');
        if (slash < 0 || slash < text.length() - 5) {
            return text;
        }
        int slashes = 0;
        while (slash - slashes >= 0 && text.charAt(slash - slashes) == '\\') {
            slashes++;
        }
        var tail = text.substring(slash + 1).toLowerCase(Locale.ROOT);
        boolean half = slashes % 2 == 1 && (tail.isEmpty() || (tail.startsWith("u") && tail.length() < 5));
        return half ? text.substring(0, slash) : text;
    }
}
