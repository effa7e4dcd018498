package atelier.adapter.discord;

import atelier.chat.OutboundGovernor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Stands in JDA's HTTP client and tells the governor when Discord asks to wait (JDA itself only waits on the one route), with one
/// chat or with everything. Also keeps JDA from repeating a send that is not safe to repeat, and from going on when Discord turns
/// everything away ([InvalidRequests]).
final class Pacing implements Interceptor {
    private static final Pattern PLACE = Pattern.compile("channels/[^/]+|webhooks/[^/]+/[^/]+");

    private final OutboundGovernor governor;
    private final InvalidRequests invalid;
    private final Cache<String, String> chats = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(20)).build();

    Pacing(OutboundGovernor governor, InvalidRequests invalid) {
        this.governor = governor;
        this.invalid = invalid;
    }

    /// Notes that calls to this path go to this chat.
    void belongs(String path, String chatKey) {
        chats.put(place(path), chatKey);
    }

    /// The part of a path that names a channel or an interaction; other paths as they are.
    private static String place(String path) {
        var matcher = PLACE.matcher(path);
        return matcher.find() ? matcher.group() : path;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        if (invalid.isOpen()) {
            throw new InvalidRequests.NotAsked();
        }
        var response = chain.proceed(request);
        invalid.met(response.code(), "shared".equals(response.header("x-ratelimit-scope")));
        if (response.code() == 429 && isGlobal(response)) {
            governor.penaltyForAll(wait(response));
        } else if (response.code() == 429) {
            var chat = chats.getIfPresent(place(request.url().encodedPath()));
            if (chat != null) {
                governor.penalty(chat, wait(response));
            }
        }
        var gateway = response.code() > 500;
        if (gateway && request.method().equals("POST") && request.url().encodedPath().contains("/webhooks/")) {
            return response.newBuilder().code(500).build();
        }
        return response;
    }

    private static boolean isGlobal(Response response) {
        return Boolean.parseBoolean(response.header("x-ratelimit-global"))
                || "global".equals(response.header("x-ratelimit-scope"));
    }

    private static Duration wait(Response response) {
        try {
            return Duration.ofMillis((long) (Double.parseDouble(response.header("retry-after", "1")) * 1000));
        } catch (NumberFormatException unclear) {
            return Duration.ofSeconds(1);
        }
    }
}
