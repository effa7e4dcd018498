package atelier.generation.transport;

import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.GuardedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// To one endpoint and nowhere else. By OkHttp, since the JDK's client lets nobody see the address it connects to.
final class GuardedLine implements Line {
    private final Endpoint endpoint;
    private final OkHttpClient client;

    /// @param passing told of each connection that the guard lets through
    GuardedLine(Endpoint endpoint, Duration connect, Dns dns, GuardedSockets.Passing passing) {
        this.endpoint = endpoint;
        this.client = new OkHttpClient.Builder().dns(dns)
                .socketFactory(endpoint.isTrusted() ? SocketFactory.getDefault() : new GuardedSockets(passing))
                .proxy(Proxy.NO_PROXY).followRedirects(false).followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1)).connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(connect).readTimeout(Duration.ZERO).writeTimeout(Duration.ofSeconds(30)).build();
    }

    @Override
    public CompletableFuture<HttpResponse<InputStream>> open(Letter letter) {
        HttpUrl address = HttpUrl.parse(letter.address());
        if (address == null || !endpoint.hasOrigin(address)) {
            return CompletableFuture.failedFuture(new IOException("another origin"));
        }
        // Without this the library would ask for compressed answers, and unpack them however large they grow.
        var request = new Request.Builder().url(address).header("Accept-Encoding", "identity");
        letter.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        String body = letter.body();
        if (body != null) {
            request.post(new Once(body));
        }
        var opening = new Opening(client.newCall(request.build()));
        Thread.ofVirtual().name("guarded call").start(opening::run);
        return opening;
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /// A call on its way to the beginning of the answer.
    private static final class Opening extends CompletableFuture<HttpResponse<InputStream>> {
        private final Call call;

        Opening(Call call) {
            this.call = call;
        }

        void run() {
            try {
                var answer = new OkHttpAnswer(call, call.execute());
                if (!complete(answer)) {
                    answer.body().close();
                }
            } catch (IOException | RuntimeException e) {
                completeExceptionally(e);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            call.cancel();
            return super.cancel(mayInterruptIfRunning);
        }
    }

    /// Keeps the library from sending it a second time by itself.
    private static final class Once extends RequestBody {
        private final byte[] bytes;

        Once(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable MediaType contentType() {
            return null; // stands among the headers
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
