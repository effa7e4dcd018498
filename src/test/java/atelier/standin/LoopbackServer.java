package atelier.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A plain HTTP/1.1 server on loopback with one virtual thread and one request per connection. Made of sockets, so that it can also do
/// what no proper server does, and notices at once when the client goes.
final class LoopbackServer implements AutoCloseable {
    /// What is done with each request.
    interface Handler {
        void handle(Call call) throws IOException, InterruptedException;
    }

    private record Listening(ServerSocket socket, Thread accepting) {}

    private final Handler handler;
    private final int port;
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private volatile Listening listening;

    LoopbackServer(Handler handler) {
        this.handler = handler;
        this.listening = listen(0);
        this.port = listening.socket().getLocalPort();
    }

    int port() {
        return port;
    }

    /// From now on connections are refused; running calls go on.
    void goDown() {
        try {
            listening.socket().close();
            listening.accepting().join(); // until then the system goes on accepting
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Listens on the same port again.
    void comeBack() {
        listening = listen(port);
    }

    private Listening listen(int at) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at), 200);
            return new Listening(socket, Thread.ofVirtual().name("stand-in").start(() -> accept(socket)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("stand-in call").start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket; var call = Call.read(socket)) {
            open.add(call);
            try {
                handler.handle(call);
            } finally {
                open.remove(call);
            }
        } catch (IOException e) {
            // The client went, which is what many tests are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goDown();
        open.forEach(Call::abandon);
    }
}
