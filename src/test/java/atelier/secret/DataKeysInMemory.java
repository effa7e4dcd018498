package atelier.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Data keys of one test, and the values sealed with them. Thread-safe.
final class DataKeysInMemory implements DataKeys, SealedValues {
    private final List<Wrapped> keys = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    @Override
    public synchronized Optional<Wrapped> newest(String owner) {
        return of(owner).reversed().stream().findFirst();
    }

    @Override
    public synchronized Optional<Wrapped> find(String owner, int version) {
        return of(owner).stream().filter(key -> key.version() == version).findFirst();
    }

    @Override
    public synchronized List<Wrapped> of(String owner) {
        return keys.stream().filter(key -> key.owner().equals(owner)).toList();
    }

    @Override
    public synchronized List<Wrapped> all() {
        return List.copyOf(keys);
    }

    @Override
    public synchronized void add(Wrapped key) {
        keys.add(key);
    }

    @Override
    public synchronized void rewrap(Wrapped before, Wrapped after) {
        keys.replaceAll(key -> key.equals(before) ? after : key);
    }

    @Override
    public synchronized boolean remove(String owner, int version) {
        return sealedWith(owner, version).isEmpty()
                && keys.removeIf(key -> key.owner().equals(owner) && key.version() == version);
    }

    @Override
    public synchronized void alone(Runnable work) {
        work.run();
    }

    synchronized Value keep(Context context, Sealed sealed) {
        var value = new Value(context, sealed);
        values.add(value);
        return value;
    }

    synchronized Value stored(String keyId) {
        return values.stream().filter(named(keyId)).findFirst().orElseThrow();
    }

    private static Predicate<Value> named(String keyId) {
        return value -> value.context().keyId().equals(keyId);
    }

    @Override
    public synchronized List<Value> sealedWith(String owner, int dataKey) {
        return values.stream()
                .filter(value -> value.context().owner().equals(owner) && value.sealed().dataKey() == dataKey).toList();
    }

    @Override
    public synchronized void replace(Value before, Sealed after) {
        values.replaceAll(value -> value.equals(before) ? new Value(before.context(), after) : value);
    }
}
