package atelier.create.code;

import atelier.create.json.LenientJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The files in a JSON value that describes a project.
final class JsonProject {
    private static final List<String> PATH = List.of("path", "filename", "file_path", "filePath", "filepath",
            "fileName", "file_name", "file", "target_file", "name");
    private static final List<String> CONTENT = List.of("content", "code", "contents", "file_content", "fileContent",
            "file_text", "source", "text", "body", "lines");
    private static final List<String> FILES = List.of("files", "project", "artifacts", "sources", "documents", "result",
            "output", "arguments", "input", "parameters", "args", "function", "tool_calls", "response", "answer");
    static final List<String> WORDS = List.of("explanation", "description", "summary", "message", "notes");
    /// Longest name of a folder, so that no depth does harm.
    private static final int DEEPEST = 400;

    private record Raw(String path, @Nullable String language, String content, boolean cut) {}

    private final @Nullable JsonNode cut;
    private final List<Raw> found = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    /// Names and contents of files.
    private final Set<JsonNode> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean container;

    private JsonProject(@Nullable JsonNode cut) {
        this.cut = cut;
    }

    /// The value that begins at `from`; null when none does. A file given twice is given anew.
    static LenientJson.@Nullable Value read(String text, int from) {
        return LenientJson.read(text, from, key -> FileLabel.looksLikePath(key, true));
    }

    /// Null when the value is no project.
    static @Nullable JsonProject of(LenientJson.Value value) {
        var project = new JsonProject(value.cut());
        project.walk(value.node(), 0, false);
        boolean said = project.container && WORDS.stream().anyMatch(word -> value.node().path(word).isTextual());
        if (project.found.isEmpty() && !said) {
            return null;
        }
        project.words.addAll(JsonWords.of(value.node(), project.used));
        return project;
    }

    /// The texts that are no files, as lines.
    List<String> words() {
        return words;
    }

    void into(FileSet files) {
        for (var raw : found) {
            if (!files.put(raw.path(), raw.language(), raw.cut(), raw.content())) {
                words.addAll(raw.content().lines().toList());
            }
        }
    }

    private void walk(JsonNode node, int depth, boolean inFiles) {
        if (depth > 5) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, depth + 1, inFiles));
            return;
        }
        if (!node.isObject() || file(node, inFiles)) {
            return;
        }
        int before = found.size();
        for (var key : FILES) {
            var inner = node.get(key);
            if (inner != null && inner.isTextual() && key.equals("arguments")) {
                var parsed = read(inner.asText(), 0);
                used.add(inner);
                inner = parsed == null ? inner : parsed.node();
            }
            if (inner != null && inner.isContainerNode()) {
                boolean list = key.equals("files");
                container |= list && inner.isEmpty();
                walk(inner, depth + 1, list);
            }
        }
        if (found.size() == before) {
            var entries = new ArrayList<Raw>();
            var contents = new ArrayList<JsonNode>();
            if (tree(node, "", inFiles, entries, contents)) {
                found.addAll(entries);
                used.addAll(contents);
            }
        }
    }

    private boolean file(JsonNode node, boolean inFiles) {
        var path = first(node, PATH);
        var content = first(node, CONTENT);
        if (path == null || content == null || !path.isTextual()) {
            return false;
        }
        if (!inFiles && !FileLabel.looksLikePath(path.asText().strip(), true)) {
            return false;
        }
        var text = text(content);
        if (text == null) {
            return false;
        }
        var language = node.path("language").isTextual() ? Language.ofWord(node.path("language").asText()) : null;
        found.add(new Raw(path.asText(), language, text, isCut(content)));
        used.add(path);
        used.add(content);
        return true;
    }

    /// `{"main.py": "…", "util.py": {"content": "…"}, "src": {"a.py": "…"}}`; false when another thing is in it.
    private boolean tree(JsonNode node, String folder, boolean inFiles, List<Raw> entries, List<JsonNode> contents) {
        if (folder.length() > DEEPEST) {
            return false;
        }
        for (var entry : node.properties()) {
            var value = entry.getValue();
            var content = value.isObject() ? first(value, CONTENT) : value;
            var path = folder + entry.getKey();
            var text = content == null ? null : text(content);
            if (content != null && text != null && FileLabel.looksLikePath(path, true)) {
                entries.add(new Raw(path, null, text, isCut(content)));
                contents.add(content);
            } else if (value.isObject() && content == null) {
                if (!tree(value, path + "/", inFiles, entries, contents)) {
                    return false;
                }
            } else if (!inFiles && !WORDS.contains(entry.getKey())) {
                return false;
            }
        }
        return true;
    }

    /// The very node, not an equal one.
    @SuppressWarnings("ReferenceEquality")
    private boolean isCut(JsonNode content) {
        var last = content.isArray() && !content.isEmpty() ? content.get(content.size() - 1) : content;
        return last == cut;
    }

    private static @Nullable JsonNode first(JsonNode node, List<String> keys) {
        return keys.stream().map(node::get).filter(value -> value != null && !value.isNull()).findFirst().orElse(null);
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isTextual()) {
            return unfenced(node.asText());
        }
        boolean lines = node.isArray() && !node.isEmpty()
                && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual);
        return lines
                ? StreamSupport.stream(node.spliterator(), false).map(line -> withoutEnd(line.asText()))
                        .collect(Collectors.joining("\n", "", "\n"))
                : null;
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static String unfenced(String text) {
        if (!text.contains("```")) {
            return text;
        }
        var lines = text.strip().split("\n", -1);
        var open = lines.length > 1 ? Fence.of(lines[0]) : null;
        var close = Fence.of(lines[lines.length - 1]);
        if (open == null || close == null || !close.closes(open)) {
            return text;
        }
        return String.join("\n", List.of(lines).subList(1, lines.length - 1)) + "\n";
    }
}
