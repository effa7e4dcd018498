package atelier.generation.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A letter on its way by OkHttp: blocking, on a virtual thread of its own.
final class OkHttpCall {
    private OkHttpCall() {}

    static CompletableFuture<HttpResponse<InputStream>> open(OkHttpClient client, HttpUrl address, Letter letter) {
        // Without this the library would ask for compressed answers, and unpack them however large they grow.
        var request = new Request.Builder().url(address).header("Accept-Encoding", "identity");
        letter.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        String body = letter.body();
        if (body != null) {
            request.post(new Once(body));
        }
        var opening = new Opening(client.newCall(request.build()));
        Thread.ofVirtual().name("model call").start(opening::run);
        return opening;
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
