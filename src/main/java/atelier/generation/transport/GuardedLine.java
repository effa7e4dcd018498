package atelier.generation.transport;

import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.GuardedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

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
        return OkHttpCall.open(client, address, letter);
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
