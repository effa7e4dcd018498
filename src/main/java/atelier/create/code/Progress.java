package atelier.create.code;

import java.util.function.Consumer;

/// What a person sees while files are being written: the prose, and the names so far.
final class Progress implements Consumer<String> {
    /// Reading the whole text again for each token would cost quadratic time.
    private static final int LEAST_STEP = 160;

    private final String heading;
    private final Consumer<String> show;
    private int next = 1;

    Progress(String heading, Consumer<String> show) {
        this.heading = heading;
        this.show = show;
    }

    @Override
    public void accept(String whole) {
        if (whole.length() < next) {
            return;
        }
        next = whole.length() + Math.max(LEAST_STEP, whole.length() / 20);
        var extraction = FileExtractor.extract(whole);
        var names = extraction.files().stream().map(file -> "`" + file.path() + "`").toList();
        int count = names.size();
        var files = count == 0
                ? ""
                : count + (count == 1 ? " file" : " files") + " so far: " + String.join(", ", names);
        var text = Explanation.joined(heading, extraction.explanation(), files);
        if (!text.isBlank()) {
            show.accept(text);
        }
    }
}
