package atelier.adapter.telegram;

import atelier.chat.Incoming;
import atelier.chat.Receiver;
import atelier.chat.UserFacingException;
import atelier.chat.WebhookRoute;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in updates Telegram posts to us. 200 is answered only when the event is stored; Telegram offers it again after
/// anything else.
final class TelegramWebhook implements WebhookRoute {
    static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    static final int LARGEST_BODY = 1 << 20;
    private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] secret;
    private volatile @Nullable Target target;

    /// @throws UserFacingException when there is no usable secret: anybody could then speak in anybody's name
    TelegramWebhook(@Nullable String secret) {
        if (secret == null || !secret.matches("[A-Za-z0-9_-]{1,256}")) {
            throw new UserFacingException("Telegram's webhook needs a secret: set telegram.webhook.secret to 1-256"
                    + " letters, digits, _ or -, or set telegram.mode to polling.");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    private record Target(UpdateReader reader, Receiver receiver, Checkouts checkouts) {}

    /// Begins to take in events.
    void open(UpdateReader reader, Receiver receiver, Checkouts checkouts) {
        target = new Target(reader, receiver, checkouts);
    }

    /// Asks Telegram to offer events again later.
    void shut() {
        target = null;
    }

    @Override
    public String path() {
        return TelegramSettings.WEBHOOK_PATH;
    }

    @Override
    public int receive(Function<String, @Nullable String> header, InputStream body) {
        var claimed = header.apply(HEADER);
        if (claimed == null || !MessageDigest.isEqual(secret, claimed.getBytes(StandardCharsets.UTF_8))) {
            return 401;
        }
        var open = target;
        if (open == null) {
            return 503;
        }
        try {
            var bytes = body.readNBytes(LARGEST_BODY + 1);
            return bytes.length > LARGEST_BODY ? 413 : store(bytes, open);
        } catch (IOException e) {
            return 503;
        }
    }

    private static int store(byte[] bytes, Target target) {
        var update = tree(bytes);
        if (target.checkouts().answered(update)) {
            return 200;
        }
        var event = read(update, target.reader());
        if (event.isEmpty()) {
            return 200;
        }
        try {
            target.receiver().receive(List.of(event.get()));
            return 200;
        } catch (RuntimeException e) {
            log.error("update {} could not be stored, Telegram will offer it again", event.get().eventId(), e);
            return 503;
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /// What cannot be read would come again and again, so it is taken as read.
    private static Optional<Incoming> read(JsonNode update, UpdateReader reader) {
        try {
            return reader.read(update);
        } catch (RuntimeException e) {
            log.warn("an update is skipped, it cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
