package atelier.create.code;

import java.util.List;

/// Follows an answer that is still being written: which files have begun, which are done, how long they are. Reads each
/// character once, so it may be asked at every piece; the files themselves come from [FileExtractor] at the end. Not
/// thread-safe.
final class Growth {
    private final LineGrowth lines = new LineGrowth();
    private final JsonGrowth json = new JsonGrowth();
    private final StringBuilder line = new StringBuilder();
    private int seen;
    private boolean first = true;
    private boolean asJson;
    private boolean carriage;

    /// A file on its way.
    ///
    /// @param lines how many there are so far
    record Begun(String path, int lines, boolean done) {}

    /// Takes what came since the last call.
    void grow(String whole) {
        for (int i = seen; i < whole.length(); i++) {
            take(whole.charAt(i));
        }
        seen = Math.max(seen, whole.length());
    }

    int seen() {
        return seen;
    }

    private void take(char c) {
        if (first && !Character.isWhitespace(c) && c != '\uFEFF') {
            first = false;
            asJson = c == '{' || c == '[';
        }
        if (asJson) {
            json.take(c);
            return;
        }
        if (lines.isJson()) {
            json.take(c);
        }
        if (c == '\n' && carriage) {
            carriage = false;
            return;
        }
        carriage = c == '\r';
        if (c == '\n' || c == '\r') {
            endLine();
        } else {
            line.append(c);
        }
    }

    private void endLine() {
        var text = line.toString();
        line.setLength(0);
        lines.take(text);
    }

    /// In the order in which they began.
    List<Begun> files() {
        return asJson || json.hasFiles() ? json.files() : lines.files();
    }

    /// The prose so far.
    String explanation() {
        return asJson ? "" : lines.explanation(line.toString());
    }
}
