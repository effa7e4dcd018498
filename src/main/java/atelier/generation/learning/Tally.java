package atelier.generation.learning;

import atelier.usage.Lesson;
import java.util.ArrayList;
import java.util.List;

/// What the calls of a model at a task in a scope add up to; lessons are added the newest first.
final class Tally {
    /// How many calls are told of to people.
    private static final int TOLD = 50;

    private Evidence sums = Evidence.NONE;
    private final List<Long> tookMs = new ArrayList<>();
    private int calls;
    private int good;

    void add(Lesson lesson, Evidence weighed) {
        sums = sums.plus(weighed);
        if (calls == TOLD) {
            return;
        }
        calls++;
        if (lesson.done()) {
            good += lesson.dislikes() > lesson.likes() ? 0 : 1;
            tookMs.add(lesson.totalMs());
        }
    }

    Evidence sums() {
        return sums;
    }

    /// The newest calls, fifty at most.
    int calls() {
        return calls;
    }

    /// Those of them that were answered and not disliked.
    int good() {
        return good;
    }

    /// Half of those that were answered took at most this long.
    long medianMs() {
        return tookMs.isEmpty() ? 0 : tookMs.stream().sorted().toList().get((tookMs.size() - 1) / 2);
    }
}
