package atelier.browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Serves one page as the playground does: inside a frame that may run scripts and nothing else, under a policy that
/// allows no address at all.
public final class SandboxServer implements AutoCloseable {
    public static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
            + "img-src data: blob:; media-src data: blob:";

    private static final String HOST = """
            <!DOCTYPE html><html lang="en"><title>host</title><link rel="icon" href="data:,">
            <style>body{margin:0}iframe{position:fixed;inset:0;width:100%;height:100%;border:0}</style>
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <iframe sandbox="allow-scripts" src="/page" title="page"></iframe></html>
            """;

    private final Loopback server;
    private final byte[] page;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public SandboxServer(byte[] page) {
        this.page = page.clone();
        server = new Loopback(this::answer);
    }

    public String address() {
        return server.address();
    }

    /// Every path that was asked for.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (path.equals("/page")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            }
            var body = path.equals("/page") ? page : HOST.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
