package atelier.generation.transport;

import atelier.generation.Ask;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One streamed call. Runs on the caller's thread; [#abort] closes the connection from any other thread at any moment, which is what
/// makes a server stop computing. Every frame is checked before the library maps it, because the library skips broken frames,
/// overlooks errors inside the stream, and ends without any signal when the stream is cut.
final class Exchange implements HttpClient {
    private static final int LONGEST_REFUSAL = 64 << 10;
    private static final int LONGEST_END = 1024;
    private static final int LONGEST_END_MS = 500;

    private final Http http;
    private final Dialect dialect;
    private final Ask ask;
    private final Watchdog watchdog;
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> opening;
    private volatile @Nullable InputStream body;
    private @Nullable Refusal refusal;
    /// Whether the server has said its last word, so that its connection may be used again.
    private boolean isComplete;

    Exchange(Http http, Dialect dialect, Ask ask) {
        this.http = http;
        this.dialect = dialect;
        this.ask = ask;
        this.watchdog = new Watchdog(ask, late -> abort(Trouble.lasting(Failure.TIMEOUT, late)));
    }

    /// What ended the call early; null while it runs and when it came to its own end.
    @Nullable
    Trouble trouble() {
        return trouble.get();
    }

    /// The server's answer where it refused the request as a whole; null otherwise.
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /// Ends the call. The first reason counts.
    void abort(Trouble reason) {
        trouble.compareAndSet(null, reason);
        CompletableFuture<?> future = opening;
        if (future != null) {
            future.cancel(true);
        }
        InputStream stream = body;
        if (stream != null) {
            closeQuietly(stream);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        watchdog.start();
        Cancellation.Registration stop = ask.cancellation()
                .onCancel(() -> abort(Trouble.lasting(Failure.CANCELLED, "stopped")));
        try (watchdog; stop) {
            run(request, listener);
        } catch (IOException | ExecutionException e) {
            trouble.compareAndSet(null, e instanceof ExecutionException ? Http.lost(e.getCause()) : broken(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abort(Trouble.lasting(Failure.CANCELLED, "stopped"));
        } catch (IllegalArgumentException e) { // an address or a key that HTTP cannot carry
            abort(Trouble.lasting(Failure.INVALID, "the address or key is malformed"));
        } catch (CancellationException e) {
            abort(Trouble.lasting(Failure.CANCELLED, "stopped"));
        } finally {
            InputStream stream = body;
            if (stream != null) {
                leave(stream);
            }
        }
        end(listener);
    }

    /// What follows the last word is read to its end, for a moment and by somebody else, since only then the connection can be kept.
    private void leave(InputStream stream) {
        if (!isComplete || trouble.get() != null) {
            closeQuietly(stream);
            return;
        }
        Thread.ofVirtual().name("model's end").start(() -> {
            var late = CompletableFuture.delayedExecutor(LONGEST_END_MS, TimeUnit.MILLISECONDS);
            var closing = CompletableFuture.runAsync(() -> closeQuietly(stream), late);
            try {
                stream.readNBytes(LONGEST_END);
            } catch (IOException e) {
                // It had said all.
            } finally {
                closing.cancel(false);
                closeQuietly(stream);
            }
        });
    }

    private void end(ServerSentEventListener listener) {
        Trouble ended = trouble.get();
        if (ended == null) {
            listener.onClose();
        } else {
            listener.onError(new LangChain4jException(ended.reason()));
        }
    }

    private void run(HttpRequest request, ServerSentEventListener listener)
            throws IOException, ExecutionException, InterruptedException {
        if (trouble.get() != null) {
            return;
        }
        var future = http.open(letter(request));
        opening = future;
        if (trouble.get() != null) {
            future.cancel(true);
        }
        HttpResponse<InputStream> response = future.get();
        InputStream stream = response.body();
        body = stream;
        if (trouble.get() != null) {
            return;
        }
        Trouble refused = refused(response, stream);
        if (refused != null) {
            abort(refused);
            return;
        }
        listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).headers(response.headers().map()).build());
        frames(stream, listener);
    }

    private Letter letter(HttpRequest request) {
        String body = request.body();
        return new Letter(request.url(), request.headers(), body == null ? null : dialect.request(body));
    }

    private void frames(InputStream stream, ServerSentEventListener listener) throws IOException {
        var handle = new ServerSentEventContext(new Handle());
        var frames = new Frames(stream, dialect.framing());
        boolean any = false;
        for (String frame = frames.next(); frame != null && trouble.get() == null; frame = frames.next()) {
            any = true;
            watchdog.heard();
            if (frame.equals("[DONE]")) {
                isComplete = true;
                listener.onEvent(new ServerSentEvent(null, frame), handle);
                return;
            }
            JsonNode json = Json.read(frame);
            Trouble found = json.isObject()
                    ? dialect.check(json)
                    : Trouble.lasting(Failure.INVALID, "no sensible answer");
            if (found != null) {
                abort(found);
                return;
            }
            map(new ServerSentEvent(dialect.event(json), frame), listener, handle);
            if (dialect.isLast(json)) {
                isComplete = true;
                return;
            }
        }
        if (!any) {
            abort(Trouble.lasting(Failure.INVALID, "no stream of text"));
        }
    }

    private void map(ServerSentEvent event, ServerSentEventListener listener, ServerSentEventContext handle) {
        try {
            listener.onEvent(event, handle);
        } catch (RuntimeException e) { // the library could not map what was JSON, but of another shape
            abort(Trouble.lasting(Failure.INVALID, "no sensible answer"));
        }
    }

    private @Nullable Trouble refused(HttpResponse<InputStream> response, InputStream stream) throws IOException {
        if (response.statusCode() != 200) {
            String text = new String(stream.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            var told = new Refusal(response.statusCode(), RetryAfter.of(response.headers()), text);
            refusal = told;
            return dialect.refused(told);
        }
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!encoding.equals("identity") || type.startsWith("text/html")) {
            return Trouble.lasting(Failure.INVALID, "this is no model server");
        }
        if (type.startsWith("application/json") && dialect.framing() == Framing.EVENTS) {
            // Where a stream was due, one document: LM Studio's way of telling errors with status 200.
            JsonNode json = Json.read(new String(stream.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8));
            Trouble told = json.isObject() ? dialect.check(json) : null;
            return told != null ? told : Trouble.lasting(Failure.INVALID, "no stream of text");
        }
        return null;
    }

    /// @param e what reading the stream ended with
    private static Trouble broken(Exception e) {
        if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
            return Trouble.lasting(Failure.CANCELLED, "stopped");
        }
        return e instanceof Frames.TooMuch
                ? Trouble.lasting(Failure.INVALID, "sent " + e.getMessage())
                : Trouble.passing(Failure.TRUNCATED, "connection lost");
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // The connection is being given up; how it goes does not matter.
        }
    }

    /// The library's own way to stop, for completeness.
    private final class Handle implements ServerSentEventParsingHandle {
        @Override
        public void cancel() {
            abort(Trouble.lasting(Failure.CANCELLED, "stopped"));
        }

        @Override
        public boolean isCancelled() {
            return trouble.get() != null;
        }
    }
}
