package atelier.create.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The files in a JSON value that describes a project.
final class JsonProject {
    private static final List<String> PATH = List.of("path", "filename", "file_path", "filePath", "filepath",
            "fileName",
            "file_name", "file", "name");
    private static final List<String> CONTENT = List.of("content", "code", "contents", "source", "text", "body");
    private static final List<String> FILES = List.of("files", "project", "artifacts", "sources", "documents", "result",
            "output");
    private static final List<String> WORDS = List.of("explanation", "description", "summary", "message", "notes");

    private record Raw(String path, @Nullable String language, String content) {}

    private final List<Raw> found = new ArrayList<>();
    private final FileSet files = new FileSet();
    private boolean container;
    private String explanation = "";

    private JsonProject() {}

    /// Null when the value is no project.
    ///
    /// @param cut whether the last file broke off
    static @Nullable JsonProject of(JsonNode value, boolean cut) {
        var project = new JsonProject();
        project.walk(value, 0, false);
        for (var word : WORDS) {
            if (project.explanation.isEmpty() && value.path(word).isTextual()) {
                project.explanation = value.path(word).asText();
            }
        }
        for (int i = 0; i < project.found.size(); i++) {
            var raw = project.found.get(i);
            project.files.put(raw.path(), raw.language(), cut && i == project.found.size() - 1, raw.content());
        }
        boolean said = project.container && !project.explanation.isEmpty();
        return project.found.isEmpty() && !said ? null : project;
    }

    String explanation() {
        return explanation;
    }

    Extraction with(String words) {
        return files.with(words);
    }

    private void walk(JsonNode node, int depth, boolean inFiles) {
        if (depth > 4) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, depth + 1, inFiles));
            return;
        }
        if (!node.isObject() || file(node, inFiles)) {
            return;
        }
        for (var key : FILES) {
            var inner = node.get(key);
            if (inner != null && inner.isContainerNode()) {
                boolean list = key.equals("files");
                container |= list && inner.isEmpty();
                walk(inner, depth + 1, list);
            }
        }
        if (found.isEmpty()) {
            map(node, inFiles);
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
        found.add(new Raw(path.asText(), language, text));
        return true;
    }

    /// `{"main.py": "…", "util.py": {"content": "…"}}`
    private void map(JsonNode node, boolean inFiles) {
        var entries = new ArrayList<Raw>();
        for (var entry : node.properties()) {
            var inner = entry.getValue().isObject() ? first(entry.getValue(), CONTENT) : entry.getValue();
            var text = inner == null ? null : text(inner);
            if (text == null || !FileLabel.looksLikePath(entry.getKey(), true)) {
                if (!inFiles && !WORDS.contains(entry.getKey())) {
                    return;
                }
                continue;
            }
            entries.add(new Raw(entry.getKey(), null, text));
        }
        found.addAll(entries);
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
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                        .collect(Collectors.joining("\n", "", "\n"))
                : null;
    }

    private static String unfenced(String text) {
        var lines = text.strip().split("\n", -1);
        var open = lines.length > 1 ? Fence.of(lines[0]) : null;
        var close = Fence.of(lines[lines.length - 1]);
        if (open == null || close == null || !close.closes(open)) {
            return text;
        }
        return String.join("\n", List.of(lines).subList(1, lines.length - 1)) + "\n";
    }
}
