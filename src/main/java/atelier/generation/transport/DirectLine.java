package atelier.generation.transport;

import java.io.InputStream;
import java.net.Proxy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// To whatever addresses the operator configured. Connections are kept for a moment, less long than any known server keeps them.
/// By OkHttp, which blocks a virtual thread, where the JDK's client passes every piece of an answer through several.
final class DirectLine implements Line {
    private static final int MOST_KEPT = 64;
    private static final int KEPT_S = 4;

    private final OkHttpClient client;

    DirectLine(Duration connect) {
        client = new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).followRedirects(false).followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(MOST_KEPT, KEPT_S, TimeUnit.SECONDS)).connectTimeout(connect)
                .readTimeout(Duration.ZERO).writeTimeout(Duration.ofSeconds(30)).build();
    }

    @Override
    public CompletableFuture<HttpResponse<InputStream>> open(Letter letter) {
        return OkHttpCall.open(client, HttpUrl.get(letter.address()), letter);
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
