package atelier.cli;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What must work for people to be answered: the storage, and the doors that are connected. Whether another node holds a door stands in
/// the storage; so while that says nothing, nothing is known of the doors, and whoever asks is not kept waiting.
///
/// @param storage  whether it takes what is written to it
/// @param doors    whether each is connected, by name
/// @param patience how long the doors are waited for
record ReadinessCheck(BooleanSupplier storage, Supplier<Map<String, Boolean>> doors, Duration patience) {
    private static final String STORAGE = "storage";

    Map<String, Boolean> parts() {
        try {
            var parts = new TreeMap<>(CompletableFuture.supplyAsync(doors, Thread::startVirtualThread)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS));
            parts.put(STORAGE, storage.getAsBoolean());
            return parts;
        } catch (ExecutionException | TimeoutException _) {
            return Map.of(STORAGE, false);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Map.of(STORAGE, false);
        }
    }
}
