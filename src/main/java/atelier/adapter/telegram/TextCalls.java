package atelier.adapter.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The library's calls without files, made on the caller's thread: its own client passes each through two other threads, and
/// reads the whole message that comes back, of which only the number is needed.
final class TextCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");

    private final OkHttpClient http;
    private final HttpUrl bot;

    TextCalls(OkHttpClient http, URI url, String token) {
        this.http = http;
        this.bot = new HttpUrl.Builder().scheme(url.getScheme()).host(url.getHost())
                .port(url.getPort() > 0 ? url.getPort() : HttpUrl.defaultPort(url.getScheme()))
                .addPathSegment("bot" + token).build();
    }

    /// @return the result Telegram answers with
    /// @throws TelegramApiException when it refuses, or cannot be reached; to be read by [Fault]
    JsonNode call(BotApiMethod<?> method) throws TelegramApiException {
        method.validate();
        try {
            var request = new Request.Builder().url(bot.newBuilder().addPathSegment(method.getMethod()).build())
                    .post(RequestBody.create(JSON.writeValueAsBytes(method), TYPE)).build();
            try (var response = http.newCall(request).execute()) {
                return result(method, response.body().string());
            }
        } catch (IOException e) {
            throw new TelegramApiException("Unable to execute " + method.getMethod(), e);
        }
    }

    private static JsonNode result(BotApiMethod<?> method, String body) throws TelegramApiException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new TelegramApiException("no JSON from " + method.getMethod()); // the cause would show what came
        }
        if (!answer.path("ok").asBoolean()) {
            method.deserializeResponse(body); // throws what it was refused with
        }
        return answer.path("result");
    }
}
