package atelier.adapter.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The calls that are not messages: reading updates, the bot's own registration, files. The address of every call holds
/// the token, so no exception of the HTTP client leaves this class.
final class BotApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final TelegramSettings settings;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    BotApi(TelegramSettings settings) {
        this.settings = settings;
    }

    /// Result of `method`.
    ///
    /// @throws BotApiException when Telegram refuses or cannot be reached
    JsonNode call(String method, Map<String, ?> parameters) throws BotApiException {
        try {
            return result(http.send(request(method, parameters, CALL_TIMEOUT), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw unreachable(method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(method, e);
        }
    }

    /// Starts a call that may take as long as `timeout`; cancelling the future ends it at once.
    CompletableFuture<HttpResponse<String>> begin(String method, Map<String, ?> parameters, Duration timeout) {
        return http.sendAsync(request(method, parameters, timeout), HttpResponse.BodyHandlers.ofString());
    }

    /// Unwraps an answer of Telegram.
    static JsonNode result(HttpResponse<String> response) throws BotApiException {
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new BotApiException(response.statusCode(), "an answer that is no JSON", Duration.ZERO);
        }
        if (!answer.path("ok").asBoolean()) {
            throw new BotApiException(answer.path("error_code").asInt(response.statusCode()),
                    answer.path("description").asText(),
                    Duration.ofSeconds(answer.path("parameters").path("retry_after").asLong(0)));
        }
        return answer.path("result");
    }

    /// Opens a file by the path `getFile` told.
    InputStream download(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base() + "/file/bot" + settings.token() + "/" + encoded(path)))
                .timeout(Duration.ofMinutes(2)).build();
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("Telegram's file could not be fetched: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching a file");
        }
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("Telegram's file is gone: status " + response.statusCode());
        }
        return response.body();
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("a file path that is none");
        }
    }

    private HttpRequest request(String method, Map<String, ?> parameters, Duration timeout) {
        try {
            return HttpRequest.newBuilder(URI.create(base() + "/bot" + settings.token() + "/" + method))
                    .timeout(timeout).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters),
                            StandardCharsets.UTF_8))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("parameters of " + method + " that are no JSON", e);
        }
    }

    private String base() {
        return settings.apiUrl().toString().replaceAll("/+$", "");
    }

    private static BotApiException unreachable(String method, Exception e) {
        return new BotApiException(0, method + " failed: " + e.getClass().getSimpleName(), Duration.ZERO);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
