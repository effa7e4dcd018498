package atelier.generation.transport;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/// How requests reach servers. No redirects, no proxy, no retries, HTTP/1.1.
interface Line extends AutoCloseable {
    /// Cancelling the result, or closing the body from any thread, closes the connection.
    ///
    /// @throws IllegalArgumentException for an address or header that HTTP cannot carry
    CompletableFuture<HttpResponse<InputStream>> open(Letter letter);

    @Override
    void close();
}
