package atelier.generation;

import java.util.ArrayList;
import java.util.List;

/// A wish to stop, which may come at any moment from another thread. Thread-safe; cancelling twice is harmless.
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Runs `action` when cancelled, at once if that has happened already. Closing the result forgets the action.
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }

    /// Forgets a registered action.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
