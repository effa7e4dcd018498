package atelier.generation.transport;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.GuardedSockets;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP to model servers. HTTP/1.1 only, since LM Studio hangs on an offered upgrade; no redirects and no proxy, so that keys and
/// prompts go nowhere but to the configured address.
public final class Http implements AutoCloseable {
    private static final int LONGEST_LISTING = 4 << 20;

    private final Line line;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Http(Line line) {
        this.line = line;
    }

    /// To the addresses of the operator.
    ///
    /// @param connect longest time to reach a server
    public Http(Duration connect) {
        this(new DirectLine(connect));
    }

    /// To this one endpoint only; unless it is trusted, no connection to any other than a public address comes about.
    ///
    /// @param connect longest time to reach a server
    public static Http guarded(Endpoint endpoint, Duration connect) {
        return guarded(endpoint, connect, Dns.SYSTEM, address -> {});
    }

    /// @param passing told of each connection that the guard lets through
    static Http guarded(Endpoint endpoint, Duration connect, Dns dns, GuardedSockets.Passing passing) {
        return new Http(new GuardedLine(endpoint, connect, dns, passing));
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
        Map<String, List<String>> each = new LinkedHashMap<>();
        headers.forEach((name, value) -> each.put(name, List.of(value)));
        return exchange(new Letter(address.toString(), each, null), limit);
    }

    /// Posts a small document and reads the small answer within `limit`.
    public Reply post(URI address, Map<String, String> headers, JsonNode body, Duration limit) {
        Map<String, List<String>> each = new LinkedHashMap<>();
        headers.forEach((name, value) -> each.put(name, List.of(value)));
        each.put("Content-Type", List.of("application/json"));
        return exchange(new Letter(address.toString(), each, body.toString()), limit);
    }

    private Reply exchange(Letter letter, Duration limit) {
        long begun = System.nanoTime();
        var opening = line.open(letter);
        var answer = opening.thenApplyAsync(response -> read(response, begun), threads);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(opening);
            return new Reply.Missed(
                    Trouble.passing(Failure.TIMEOUT, "no answer in " + Watchdog.words(limit)));
        } catch (InterruptedException e) {
            giveUp(opening);
            Thread.currentThread().interrupt();
            return new Reply.Missed(Trouble.lasting(Failure.CANCELLED, "stopped"));
        } catch (ExecutionException e) {
            return new Reply.Missed(lost(e.getCause()));
        }
    }

    private static Reply read(HttpResponse<InputStream> response, long begun) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LONGEST_LISTING + 1);
            if (bytes.length > LONGEST_LISTING) {
                return new Reply.Missed(Trouble.lasting(Failure.INVALID, "sent a listing larger than 4 MiB"));
            }
            return new Reply.Got(response.statusCode(), RetryAfter.of(response.headers()),
                    Json.read(new String(bytes, StandardCharsets.UTF_8)),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void giveUp(CompletableFuture<HttpResponse<InputStream>> opening) {
        opening.cancel(true);
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            try {
                opening.join().body().close();
            } catch (IOException e) {
                // It is being given up; how it goes does not matter.
            }
        }
    }

    CompletableFuture<HttpResponse<InputStream>> open(Letter letter) {
        return line.open(letter);
    }

    static Trouble lost(@Nullable Throwable cause) {
        return Loss.of(cause).trouble();
    }

    @Override
    public void close() {
        line.close();
        threads.shutdown();
    }
}
