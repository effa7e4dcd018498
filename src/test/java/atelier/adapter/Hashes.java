package atelier.adapter;

import atelier.chat.HashMemory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Remembers as long as the test runs, as a database would.
public final class Hashes implements HashMemory {
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Override
    public @Nullable String last(String key) {
        return hashes.get(key);
    }

    @Override
    public void remember(String key, String hash) {
        hashes.put(key, hash);
    }
}
