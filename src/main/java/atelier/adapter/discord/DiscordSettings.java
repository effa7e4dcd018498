package atelier.adapter.discord;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How to reach Discord.
///
/// @param token      the bot's token; never shown
/// @param apiUrl     base of the REST interface, with or without `/api/v10/`; null for Discord's own
/// @param gatewayUrl the event gateway's WebSocket address; null for Discord's own
/// @param timeout    longest wait for one answer of the REST interface
/// @param hasPerks   whether roles or purchases mean something, so that they are to be told of
/// @param botsHeard  ids of the bots and webhooks that are answered
public record DiscordSettings(String token, @Nullable URI apiUrl, @Nullable URI gatewayUrl, Duration timeout,
        boolean hasPerks, Set<String> botsHeard) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public DiscordSettings {
        botsHeard = Set.copyOf(botsHeard);
    }

    /// Where no bot is heard.
    public DiscordSettings(String token, @Nullable URI apiUrl, @Nullable URI gatewayUrl, Duration timeout,
            boolean hasPerks) {
        this(token, apiUrl, gatewayUrl, timeout, hasPerks, Set.of());
    }

    /// The same, with bots that are heard.
    public DiscordSettings hearing(Set<String> bots) {
        return new DiscordSettings(token, apiUrl, gatewayUrl, timeout, hasPerks, bots);
    }

    /// Where neither roles nor purchases mean anything, and no bot is heard.
    public DiscordSettings(String token, @Nullable URI apiUrl, @Nullable URI gatewayUrl, Duration timeout) {
        this(token, apiUrl, gatewayUrl, timeout, false);
    }

    /// Discord itself.
    public static DiscordSettings of(String token) {
        return new DiscordSettings(token, null, null, PATIENCE, false);
    }

    /// Discord or something that speaks its protocol.
    public static DiscordSettings of(String token, @Nullable URI apiUrl, @Nullable URI gatewayUrl) {
        return new DiscordSettings(token, apiUrl, gatewayUrl, PATIENCE, false);
    }

    /// The same where roles or purchases mean something.
    public DiscordSettings withPerks(boolean mean) {
        return new DiscordSettings(token, apiUrl, gatewayUrl, timeout, mean, botsHeard);
    }

    /// The address calls are resolved against, ending with a slash; null for Discord's own.
    @Nullable
    String baseUrl() {
        if (apiUrl == null) {
            return null;
        }
        var base = apiUrl.toString().replaceAll("/+$", "");
        if (base.matches(".*/v\\d+")) {
            return base + "/";
        }
        return base.endsWith("/api") ? base + "/v10/" : base + "/api/v10/";
    }

    @Override
    public String toString() {
        return "DiscordSettings[" + apiUrl + ", " + gatewayUrl + "]";
    }
}
