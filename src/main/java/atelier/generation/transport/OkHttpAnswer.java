package atelier.generation.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSession;
import okhttp3.Call;
import okhttp3.Response;

/// An answer of OkHttp in the words of the JDK, so that nothing else needs to know which of the two was asked.
final class OkHttpAnswer implements HttpResponse<InputStream> {
    private final Response response;
    private final InputStream body;

    OkHttpAnswer(Call call, Response response) {
        this.response = response;
        this.body = new Closeable(call, response);
    }

    @Override
    public int statusCode() {
        return response.code();
    }

    @Override
    public HttpRequest request() {
        throw new UnsupportedOperationException("asked by OkHttp");
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return HttpHeaders.of(response.headers().toMultimap(), (name, value) -> true);
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return response.request().url().uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }

    /// A body that may be closed while another thread reads it, which OkHttp's own may not.
    private static final class Closeable extends FilterInputStream {
        private final Call call;
        private final Response response;
        private final ReentrantLock lock = new ReentrantLock();

        Closeable(Call call, Response response) {
            super(response.body().byteStream());
            this.call = call;
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            lock.lock();
            try {
                return super.read();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            lock.lock();
            try {
                return super.read(bytes, from, length);
            } finally {
                lock.unlock();
            }
        }

        /// Cancelling first ends a read that is waiting, so the lock is free at once.
        @Override
        public void close() {
            call.cancel();
            lock.lock();
            try {
                response.close();
            } finally {
                lock.unlock();
            }
        }
    }
}
