package atelier.generation.turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// The lines of one process that has its servers to itself.
public final class LocalTurns implements Turns {
    private static final Comparator<Stand> ORDER = (one, other) -> {
        var due = Long.signum(one.due - other.due); // by difference, as the clock may begin anywhere
        return due == 0 ? Long.compare(one.number, other.number) : due;
    };

    private final Map<String, List<Stand>> lines = new HashMap<>();
    private final LongSupplier nanoTime;
    private long arrivals;

    public LocalTurns() {
        this(System::nanoTime);
    }

    LocalTurns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized Ticket come(String place, int atOnce, int priority, Runnable changed) {
        var stand = new Stand(place, atOnce, nanoTime.getAsLong() - priority * RANK.toNanos(), arrivals++, changed);
        var line = lines.computeIfAbsent(place, _ -> new ArrayList<>());
        line.add(stand);
        line.sort(ORDER);
        return stand;
    }

    private synchronized int before(Stand stand) {
        if (stand.taken) {
            return 0;
        }
        var line = lines.getOrDefault(stand.place, List.of());
        var answered = (int) line.stream().filter(one -> one.taken).count();
        var earlier = (int) line.stream().filter(one -> !one.taken).takeWhile(one -> one != stand).count();
        var before = earlier + answered - stand.atOnce + 1;
        if (before > 0) {
            return before;
        }
        stand.taken = true;
        stand.beside = answered;
        return 0;
    }

    private void leave(Stand stand) {
        List<Runnable> tell;
        synchronized (this) {
            var line = lines.get(stand.place);
            if (line == null || !line.remove(stand)) {
                return;
            }
            tell = line.stream().filter(one -> !one.taken).map(one -> one.changed).toList();
            if (line.isEmpty()) {
                lines.remove(stand.place);
            }
        }
        tell.forEach(Runnable::run);
    }

    /// Guarded by the lines.
    private final class Stand implements Ticket {
        private final String place;
        private final int atOnce;
        private final long due;
        private final long number;
        private final Runnable changed;
        private boolean taken;
        private int beside;

        Stand(String place, int atOnce, long due, long number, Runnable changed) {
            this.place = place;
            this.atOnce = atOnce;
            this.due = due;
            this.number = number;
            this.changed = changed;
        }

        @Override
        public int before() {
            return LocalTurns.this.before(this);
        }

        @Override
        public int beside() {
            synchronized (LocalTurns.this) {
                return beside;
            }
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
