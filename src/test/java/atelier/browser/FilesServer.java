package atelier.browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Serves a project's files from memory, as the development server of their author would.
public final class FilesServer implements AutoCloseable {
    private final Loopback server;
    private final Map<String, byte[]> files;
    private final List<String> missing = new CopyOnWriteArrayList<>();

    /// @param files by their paths, without a leading slash; `index.html` answers for the root too
    public FilesServer(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        server = new Loopback(this::answer);
    }

    public String address() {
        return server.address();
    }

    /// Every path that was asked for in vain.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().getPath().substring(1);
        var path = asked.isEmpty() ? "index.html" : asked;
        var body = files.get(path);
        try (exchange) {
            if (body == null) {
                missing.add(path);
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js")
                    ? "text/javascript; charset=utf-8"
                    : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
