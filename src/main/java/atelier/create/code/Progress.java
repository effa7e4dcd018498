package atelier.create.code;

import atelier.language.Phrases;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What a person sees while files are being written: the prose, then a line for each file, `✓ main.py (42 lines)` when it
/// is done and `✍ app.py … (7 lines)` while it grows. Called with the whole text so far at every piece.
final class Progress implements Consumer<String> {
    /// Pieces come faster than anybody reads; a long message costs more to write again.
    private static final int LEAST_STEP = 80;

    private final String heading;
    private final Phrases phrases;
    private final Consumer<String> show;
    private Growth growth = new Growth();
    private String shown = "";
    private int next = 1;

    Progress(String heading, Phrases phrases, Consumer<String> show) {
        this.phrases = phrases;
        this.heading = heading;
        this.show = show;
    }

    @Override
    public void accept(String whole) {
        if (whole.length() < growth.seen()) {
            growth = new Growth();
            next = 1;
        }
        if (whole.length() < next) {
            return;
        }
        growth.grow(whole);
        var text = Explanation.joined(heading, growth.explanation(), files());
        // What is written in all is in proportion to what came.
        next = whole.length() + Math.max(LEAST_STEP, text.length() / 8);
        if (!text.isBlank() && !text.equals(shown)) {
            shown = text;
            show.accept(text);
        }
    }

    private String files() {
        return growth.files().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Growth.Begun file) {
        // Chats would read the signs around `__init__` as bold.
        var path = file.path().contains("__") ? "`" + file.path() + "`" : file.path();
        var count = phrases.say("code.lines", "count", file.lines());
        return file.done() ? "\u2713 " + path + " (" + count + ")" : "\u270D " + path + " \u2026 (" + count + ")";
    }
}
