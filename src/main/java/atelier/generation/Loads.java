package atelier.generation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings models into memory beside the wishes that wait for them. One load per model at a time; it goes on when those who waited for
/// it have turned elsewhere, so that the next wish finds the model loaded.
final class Loads {
    private final Map<String, Load> running = new ConcurrentHashMap<>();
    private final Health health;

    Loads(Health health) {
        this.health = health;
    }

    private record Load(CompletableFuture<Boolean> over, long begun) {}

    /// How waiting ended.
    enum Result {
        /// The model is loaded, or its server cannot be asked to load: time to ask the model itself.
        OVER,
        /// It still loads.
        STILL_LOADING,
        /// The person stopped.
        STOPPED
    }

    /// Waits no longer than the wish would wait for its first text, less what the load has taken already: those who come later wait
    /// less.
    ///
    /// @param longest after which loading itself is given up
    Result load(Route.Candidate candidate, Ask ask, Duration longest) {
        Load load = running.computeIfAbsent(candidate.model().id(), id -> begin(candidate, ask, longest));
        var stop = new CompletableFuture<Boolean>();
        try (var _ = ask.cancellation().onCancel(() -> stop.complete(true))) {
            long wait = ask.firstToken().toNanos() - (System.nanoTime() - load.begun());
            CompletableFuture.anyOf(load.over(), stop).get(Math.max(0, wait), TimeUnit.NANOSECONDS);
            return stop.isDone() ? Result.STOPPED : Result.OVER;
        } catch (TimeoutException e) {
            return Result.STILL_LOADING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.STOPPED;
        } catch (ExecutionException e) {
            return Result.OVER;
        }
    }

    private Load begin(Route.Candidate candidate, Ask ask, Duration longest) {
        var over = new CompletableFuture<Boolean>();
        Cancellation.Registration shown = health.loading(candidate.model());
        var alone = new Ask(ask.model(), ask.prompt(), ask.onText(), new Cancellation(), longest, longest, longest);
        Thread.ofVirtual().name("load " + candidate.model().id()).start(() -> {
            try {
                over.complete(candidate.provider().load(alone));
            } catch (RuntimeException e) {
                over.completeExceptionally(e);
            } finally {
                running.remove(candidate.model().id());
                shown.close();
                health.wake();
            }
        });
        return new Load(over, System.nanoTime());
    }
}
