package atelier.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Asks a platform one thing; never throws for what it answers, and never tells the address, which may hold a token.
final class Web implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LONGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /// What came of it.
    sealed interface Reply {}

    /// @param body missing when it was no JSON
    /// @param date when the platform says it is; null when it does not
    record Answer(int status, JsonNode body, @Nullable Instant date) implements Reply {}

    /// Nothing came.
    ///
    /// @param why a few words
    record Silence(String why) implements Reply {}

    Reply get(URI address, Map<String, String> headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(LIMIT).GET();
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
            return new Answer(response.statusCode(), json(response.body()),
                    date(response.headers().firstValue("Date").orElse("")));
        } catch (IOException failure) {
            return new Silence(why(failure));
        }
    }

    private static String why(IOException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            switch (each) {
                case UnresolvedAddressException _ -> {
                    return "the name cannot be resolved";
                }
                case HttpTimeoutException _ -> {
                    return "no answer";
                }
                case SSLException _ -> {
                    return "its certificate is not trusted";
                }
                default -> {
                    // The cause may say more.
                }
            }
        }
        return failure instanceof ConnectException ? "connection refused" : "connection lost";
    }

    private static JsonNode json(byte[] body) {
        try {
            var read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static @Nullable Instant date(String header) {
        try {
            return header.isEmpty()
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
