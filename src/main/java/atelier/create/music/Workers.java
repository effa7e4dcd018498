package atelier.create.music;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Threads for what keeps a processor busy for seconds, such as sound. Virtual threads give way only where they wait: two
/// songs on two of them would make everybody else wait on a machine with two processors, down to the line that says how far
/// the songs are. No more of it runs at once than there are processors, which bounds the memory as well.
public final class Workers {
    private static final Executor THREADS = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("music-", 0).factory());

    private Workers() {}

    /// Begins it.
    public static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    /// Does it, while the calling thread waits.
    ///
    /// @throws CancellationException when the calling thread is interrupted
    public static <T> T done(Supplier<T> work) {
        var doing = begin(work);
        try {
            return doing.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while music was made");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failure.getCause());
        }
    }
}
