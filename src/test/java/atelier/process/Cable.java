package atelier.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import okio.ByteString;

/// The network between Atelier and one of its neighbours: it can be slow, fall silent, or break.
final class Cable implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean isSilent;

    /// @param target port on the loopback address to which it leads
    Cable(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// Where it begins.
    int port() {
        return entrance.getLocalPort();
    }

    /// From now on all that the neighbour says arrives so much later.
    void delays(Duration time) {
        delay = time;
    }

    /// From now on connections are taken, and nothing passes: no word, and not that somebody has hung up. Connections that
    /// exist now stay so for ever, as when the other machine has vanished.
    void fallsSilent() {
        isSilent = true;
        links.forEach(link -> link.isDead = true);
    }

    /// Breaks every connection in the middle.
    void breaks() {
        links.forEach(Link::close);
    }

    /// New connections are as they should be.
    void works() {
        delay = Duration.ZERO;
        isSilent = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var link = new Link(entrance.accept());
                links.add(link);
                Thread.ofVirtual().start(link::join);
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        breaks();
    }

    private record Piece(ByteString bytes, long due) {}

    /// One connection.
    private final class Link {
        private final Socket near;
        private final Socket far = new Socket();
        private volatile boolean isDead = isSilent;

        Link(Socket near) {
            this.near = near;
        }

        void join() {
            try {
                if (!isDead) {
                    far.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5000);
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> pass(far, near, true));
                }
                pass(near, far, false);
            } catch (IOException refused) {
                close();
            }
        }

        private void pass(Socket from, Socket to, boolean isAnswer) {
            var pieces = new LinkedBlockingQueue<Piece>();
            Thread.ofVirtual().start(() -> deliver(pieces, to));
            try {
                var buffer = new byte[CHUNK];
                for (var read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream()
                        .read(buffer)) {
                    var later = isAnswer ? delay.toNanos() : 0;
                    pieces.add(new Piece(ByteString.of(buffer, 0, read), System.nanoTime() + later));
                }
            } catch (IOException broken) {
                // as the end
            }
            pieces.add(new Piece(ByteString.EMPTY, System.nanoTime() + (isAnswer ? delay.toNanos() : 0)));
        }

        private void deliver(LinkedBlockingQueue<Piece> pieces, Socket to) {
            try {
                for (var piece = pieces.take(); piece.bytes().size() > 0; piece = pieces.take()) {
                    LockSupport.parkNanos(piece.due() - System.nanoTime());
                    if (!isDead) {
                        piece.bytes().write(to.getOutputStream());
                    }
                }
            } catch (IOException broken) {
                // as the end
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            if (!isDead) {
                close();
            }
        }

        void close() {
            links.remove(this);
            try {
                near.setSoLinger(true, 0); // a reset, not a farewell
                near.close();
                far.close();
            } catch (IOException alreadyClosed) {
                // which is what was wanted
            }
        }
    }
}
