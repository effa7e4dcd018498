package atelier.generation.transport;

import atelier.generation.Ask;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Notices that a server has fallen silent. Its own virtual thread, because the caller's is blocked in reading.
final class Watchdog implements AutoCloseable {
    private final Ask ask;
    private final long begun = System.nanoTime();
    private final Thread thread;
    private volatile long heard = begun;
    private volatile boolean visible;
    private volatile boolean closed;

    Watchdog(Ask ask, Consumer<String> late) {
        this.ask = ask;
        this.thread = Thread.ofVirtual().name("watchdog").unstarted(() -> watch(late));
    }

    void start() {
        thread.start();
    }

    /// A frame came.
    void heard() {
        heard = System.nanoTime();
    }

    /// The person has seen something.
    void visible() {
        visible = true;
    }

    long elapsedMs() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private void watch(Consumer<String> late) {
        while (!closed) {
            long now = System.nanoTime();
            long whole = ask.total().toNanos() - (now - begun);
            long part = visible ? ask.idle().toNanos() - (now - heard) : ask.firstToken().toNanos() - (now - begun);
            if (whole <= 0) {
                late.accept("not finished in " + words(ask.total()));
                return;
            }
            if (part <= 0) {
                late.accept(visible ? "silent for " + words(ask.idle()) : "no answer in " + words(ask.firstToken()));
                return;
            }
            // Short naps at most, because the deadline changes with the first visible text.
            LockSupport.parkNanos(Math.min(Math.min(whole, part), Duration.ofMillis(250).toNanos()));
        }
    }

    static String words(Duration span) {
        if (span.toMillis() < 1000) {
            return span.toMillis() + " ms";
        }
        return span.toSeconds() < 120 ? span.toSeconds() + " s" : span.toMinutes() + " min";
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
