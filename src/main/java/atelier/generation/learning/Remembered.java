package atelier.generation.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the newest entries only.
final class Remembered<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Remembered(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
