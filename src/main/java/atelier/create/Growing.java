package atelier.create;

import java.util.function.Consumer;

/// Puts the pieces of an answer together and hands on the whole so far: at every piece while it is short, later each time it has
/// grown by a thirty-second part. So what is copied is in proportion to what came, and not to its square. Not thread-safe.
final class Growing implements Consumer<String> {
    private static final int PARTS = 32;

    private final Consumer<String> whole;
    private final StringBuilder text = new StringBuilder();
    private int next = 1;

    Growing(Consumer<String> whole) {
        this.whole = whole;
    }

    @Override
    public void accept(String piece) {
        text.append(piece);
        if (text.length() >= next) {
            next = text.length() + Math.max(1, text.length() / PARTS);
            whole.accept(text.toString());
        }
    }
}
