package atelier.store;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// A few connections that only read, made when they are needed.
final class SqliteReaders implements AutoCloseable {
    private static final int MOST = 4;

    private final Supplier<Handle> opening;
    private final Semaphore room = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();

    SqliteReaders(Supplier<Handle> opening) {
        this.opening = opening;
    }

    <T> T read(Function<Handle, T> work) {
        room.acquireUninterruptibly();
        try {
            var free = idle.pollFirst();
            var handle = free == null ? opening.get() : free;
            try {
                return work.apply(handle);
            } finally {
                idle.addFirst(handle);
            }
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        room.acquireUninterruptibly(MOST);
        idle.forEach(Handle::close);
    }
}
