package atelier.adapter.telegram;

import atelier.chat.UserFacingException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the operator configured for Telegram.
///
/// @param token         of the bot; never shown and never logged
/// @param apiUrl        base address of the Bot API, `https://api.telegram.org` unless self-hosted
/// @param webhookSecret 1-256 of `A-Za-z0-9_-`; required in webhook mode
/// @param webhookUrl    public address to register at the start; null leaves the registered one as it is
/// @param pollTimeout   how long one poll may wait for events; Telegram caps it at 50 seconds
/// @param commands      the command menu
/// @param callsPerSecond most calls over all chats
/// @param botsHeard     ids of the bots that are answered
public record TelegramSettings(String token, URI apiUrl, Mode mode, @Nullable String webhookSecret,
        @Nullable URI webhookUrl, Duration pollTimeout, List<BotCommand> commands, int callsPerSecond,
        Set<String> botsHeard) {
    /// Over all chats. The 30 of Telegram's FAQ are meant for news to everybody; of answers, far more go through, and a chat
    /// that is to wait is told so.
    private static final int CALLS_PER_SECOND = 500;

    /// How events arrive.
    public enum Mode {
        POLLING, WEBHOOK
    }

    /// Short, because a server that has vanished without a word is noticed only when it does not answer in time.
    private static final Duration POLL = Duration.ofSeconds(20);

    /// Path at which the webhook is hosted.
    public static final String WEBHOOK_PATH = "/telegram/webhook";

    /// @throws UserFacingException when the token or the address can be none
    public TelegramSettings {
        if (!token.matches("[\\w:.-]+")) {
            throw new UserFacingException("telegram.token is not a token; copy it from @BotFather once more.");
        }
        if (apiUrl.getHost() == null || apiUrl.getScheme() == null) {
            throw new UserFacingException("telegram.api-url must look like https://api.telegram.org.");
        }
        commands = List.copyOf(commands);
        botsHeard = Set.copyOf(botsHeard);
    }

    /// Where no bot is heard.
    public TelegramSettings(String token, URI apiUrl, Mode mode, @Nullable String webhookSecret,
            @Nullable URI webhookUrl, Duration pollTimeout, List<BotCommand> commands) {
        this(token, apiUrl, mode, webhookSecret, webhookUrl, pollTimeout, commands, CALLS_PER_SECOND, Set.of());
    }

    /// The same, with bots that are heard.
    public TelegramSettings hearing(Set<String> bots) {
        return new TelegramSettings(token, apiUrl, mode, webhookSecret, webhookUrl, pollTimeout, commands,
                callsPerSecond, bots);
    }

    /// Polling with nothing else to decide.
    public static TelegramSettings polling(String token, URI apiUrl, List<BotCommand> commands) {
        return new TelegramSettings(token, apiUrl, Mode.POLLING, null, null, POLL, commands);
    }

    /// Webhook; the secret is checked when the adapter is made.
    public static TelegramSettings webhook(String token, URI apiUrl, @Nullable String secret,
            @Nullable URI publicUrl, List<BotCommand> commands) {
        return new TelegramSettings(token, apiUrl, Mode.WEBHOOK, secret, publicUrl, POLL, commands);
    }

    /// The same with another pace over all chats.
    public TelegramSettings withCallsPerSecond(int most) {
        return new TelegramSettings(token, apiUrl, mode, webhookSecret, webhookUrl, pollTimeout, commands, most,
                botsHeard);
    }

    @Override
    public String toString() {
        return "TelegramSettings[" + apiUrl.getHost() + ", " + mode + "]";
    }
}
