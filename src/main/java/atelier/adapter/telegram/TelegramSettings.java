package atelier.adapter.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operator configured for Telegram.
///
/// @param token         of the bot; never shown and never logged
/// @param apiUrl        base address of the Bot API, `https://api.telegram.org` unless self-hosted
/// @param webhookSecret 1-256 of `A-Za-z0-9_-`; required in webhook mode
/// @param webhookUrl    public address to register at the start; null leaves the registered one as it is
/// @param pollTimeout   how long one poll may wait for events; Telegram caps it at 50 seconds
/// @param commands      the command menu
public record TelegramSettings(String token, URI apiUrl, Mode mode, @Nullable String webhookSecret,
        @Nullable URI webhookUrl, Duration pollTimeout, List<BotCommand> commands) {
    /// How events arrive.
    public enum Mode {
        POLLING, WEBHOOK
    }

    /// Path at which the webhook is hosted.
    public static final String WEBHOOK_PATH = "/telegram/webhook";

    public TelegramSettings {
        commands = List.copyOf(commands);
    }

    /// Polling with nothing else to decide.
    public static TelegramSettings polling(String token, URI apiUrl, List<BotCommand> commands) {
        return new TelegramSettings(token, apiUrl, Mode.POLLING, null, null, Duration.ofSeconds(50), commands);
    }

    /// Webhook; the secret is checked when the adapter is made.
    public static TelegramSettings webhook(String token, URI apiUrl, @Nullable String secret,
            @Nullable URI publicUrl, List<BotCommand> commands) {
        return new TelegramSettings(token, apiUrl, Mode.WEBHOOK, secret, publicUrl, Duration.ofSeconds(50), commands);
    }

    /// `text` with the token taken out.
    String scrubbed(@Nullable String text) {
        return text == null ? "" : text.replace(token, "***");
    }

    @Override
    public String toString() {
        return "TelegramSettings[" + apiUrl.getHost() + ", " + mode + "]";
    }
}
