package atelier.engine.compare;

import atelier.language.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The live table, one line a model. Thread-safe; what is shown never goes back in time.
final class Board {
    private static final int STEP = 40;

    private final List<String> names;
    private final Phrases phrases;
    private final Stage[] stages;
    private final int[] nextLength;
    private final Consumer<String> show;
    private final ReentrantLock lock = new ReentrantLock();

    /// @param show shows the whole table
    Board(List<String> names, Phrases phrases, Consumer<String> show) {
        this.phrases = phrases;
        this.names = List.copyOf(names);
        this.stages = new Stage[names.size()];
        this.nextLength = new int[names.size()];
        this.show = show;
        Arrays.fill(stages, new Stage.Pending());
    }

    void set(int place, Stage stage) {
        lock.lock();
        try {
            stages[place] = stage;
            show.accept(phrases.say("compare.running", "count", names.size()) + "\n" + text());
        } finally {
            lock.unlock();
        }
    }

    /// @param text what this model has written so far
    void written(int place, String text) {
        // Counting at each piece would read a long text thousands of times.
        if (text.length() >= nextLength[place]) {
            nextLength[place] = text.length() + STEP + text.length() / 20;
            set(place, new Stage.Generating(words(text)));
        }
    }

    private String text() {
        return IntStream.range(0, stages.length).mapToObj(place -> stages[place].line(names.get(place), phrases))
                .collect(Collectors.joining("\n"));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
