package atelier.generation.transport;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// To whatever addresses the operator configured.
final class DirectLine implements Line {
    private final HttpClient client;

    DirectLine(Duration connect) {
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    @Override
    public CompletableFuture<HttpResponse<InputStream>> open(Letter letter) {
        var request = HttpRequest.newBuilder(URI.create(letter.address()));
        letter.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        String body = letter.body();
        return client.sendAsync(
                (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
