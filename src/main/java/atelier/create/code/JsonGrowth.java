package atelier.create.code;

import atelier.create.SafePath;
import atelier.create.code.Growth.Begun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows a project in JSON character by character: names and contents, and how many lines these have.
final class JsonGrowth {
    private static final Set<String> PATH = Set.of("path", "filename", "file_path", "filePath", "fileName", "file",
            "name");
    private static final Set<String> CONTENT = Set.of("content", "code", "contents", "file_content", "text");
    private static final int LONGEST = 250;

    private final Map<String, Begun> files = new LinkedHashMap<>();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;
    private boolean escaped;
    private boolean value;
    private String key = "";
    private @Nullable String path;
    private @Nullable String growing;
    private int lines;
    private boolean begun;

    void take(char c) {
        if (quoted) {
            within(c);
        } else if (c == '"') {
            quoted = true;
            word.setLength(0);
            open();
        } else if (c == ':') {
            value = true;
        } else if (c == ',' || c == '{' || c == '}') {
            value = false;
        }
    }

    List<Begun> files() {
        return List.copyOf(files.values());
    }

    boolean hasFiles() {
        return !files.isEmpty();
    }

    private void open() {
        growing = null;
        if (!value) {
            return;
        }
        var named = CONTENT.contains(key) ? path : FileLabel.looksLikePath(key, true) ? key : null;
        if (named != null && SafePath.of(named.strip()) instanceof SafePath.Safe(var safe)) {
            growing = safe;
            lines = 0;
            begun = false;
            show(false);
        }
    }

    private void within(char c) {
        if (escaped) {
            escaped = false;
            add(c == 'n' ? '\n' : c);
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = false;
            close();
        } else {
            add(c);
        }
    }

    private void add(char c) {
        if (growing == null) {
            if (word.length() <= LONGEST) {
                word.append(c);
            }
            return;
        }
        if (c == '\n') {
            lines += begun ? 0 : 1;
            begun = false;
        } else if (!begun) {
            begun = true;
            lines++;
            show(false);
        }
    }

    private void close() {
        if (growing != null) {
            show(true);
            growing = null;
        } else if (!value) {
            key = word.toString();
        } else if (PATH.contains(key)) {
            path = word.toString();
        }
    }

    private void show(boolean done) {
        if (growing != null) {
            files.put(growing, new Begun(growing, lines, done));
        }
    }
}
