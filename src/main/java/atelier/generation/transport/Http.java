package atelier.generation.transport;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The one HTTP client of all providers. HTTP/1.1 only, since LM Studio hangs on an offered upgrade; no redirects and no proxy,
/// so that keys and prompts go nowhere but to the configured address.
public final class Http implements AutoCloseable {
    private static final int LONGEST_LISTING = 4 << 20;

    private final HttpClient client;

    /// @param connect longest time to reach a server
    public Http(Duration connect) {
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /// A short answer, read as a whole.
    public sealed interface Reply {
        /// @param body a missing node when it was no JSON
        record Got(int status, @Nullable Duration retryAfter, JsonNode body, long latencyMs) implements Reply {
            public boolean ok() {
                return status == 200;
            }
        }

        /// Nothing came.
        record Missed(Trouble trouble) implements Reply {}
    }

    /// Reads a small document within `limit`.
    public Reply fetch(URI address, Map<String, String> headers, Duration limit) {
        var request = HttpRequest.newBuilder(address).GET();
        headers.forEach(request::header);
        return exchange(request.build(), limit);
    }

    /// Posts a small document and reads the small answer within `limit`.
    public Reply post(URI address, JsonNode body, Duration limit) {
        return exchange(HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), limit);
    }

    private Reply exchange(HttpRequest request, Duration limit) {
        long begun = System.nanoTime();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_LISTING));
        try {
            HttpResponse<byte[]> response = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply.Got(response.statusCode(), RetryAfter.of(response.headers()),
                    Json.read(new String(response.body(), StandardCharsets.UTF_8)),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Reply.Missed(
                    Trouble.passing(Failure.TIMEOUT, "no answer in " + Watchdog.words(limit)));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Missed(Trouble.lasting(Failure.CANCELLED, "stopped"));
        } catch (ExecutionException e) {
            return new Reply.Missed(lost(e.getCause()));
        }
    }

    CompletableFuture<HttpResponse<InputStream>> open(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofInputStream());
    }

    /// In what way a connection did not come about or was lost before the answer.
    static Trouble lost(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException || each instanceof HttpConnectTimeoutException
                    || each instanceof UnresolvedAddressException) {
                return Trouble.lasting(Failure.UNREACHABLE, "offline");
            }
        }
        return cause instanceof IOException
                ? Trouble.passing(Failure.UNREACHABLE, "connection lost")
                : Trouble.lasting(Failure.INVALID, "no sensible answer");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
