package atelier.create.design;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chance that repeats itself: the same seed, the same throws.
final class Dice {
    private final SplittableRandom random;

    /// @param purpose keeps one part's throws apart from another's
    Dice(long seed, String purpose) {
        random = new SplittableRandom(seed * 31 + purpose.hashCode());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> List<T> shuffled(List<T> from) {
        var list = new ArrayList<>(from);
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            var kept = list.get(i);
            list.set(i, list.get(other));
            list.set(other, kept);
        }
        return list;
    }
}
