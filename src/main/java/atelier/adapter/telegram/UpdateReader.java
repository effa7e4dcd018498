package atelier.adapter.telegram;

import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns an update into something a person did; nothing for all else (edits, other bots, joins, words not meant for us).
/// Reads JSON leniently: unknown kinds and fields appear with every version of the Bot API.
final class UpdateReader {
    /// Hint of a press's address under which its callback id stands.
    static final String CALLBACK = "callback";

    private final Addressed addressed;
    private final Set<String> botsHeard;
    private final Clock clock;

    UpdateReader(Addressed addressed, Clock clock) {
        this(addressed, Set.of(), clock);
    }

    /// @param botsHeard ids of the bots that are answered
    UpdateReader(Addressed addressed, Set<String> botsHeard, Clock clock) {
        this.addressed = addressed;
        this.botsHeard = Set.copyOf(botsHeard);
        this.clock = clock;
    }

    /// @throws RuntimeException when the update is malformed
    Optional<Incoming> read(JsonNode update) {
        var eventId = required(update, "update_id");
        if (PaymentReader.isPayment(update)) {
            return PaymentReader.read(eventId, update, clock);
        }
        if (update.hasNonNull("message")) {
            return Optional.ofNullable(message(eventId, update.get("message")));
        }
        if (update.hasNonNull("callback_query")) {
            return Optional.ofNullable(press(eventId, update.get("callback_query")));
        }
        return PaymentReader.read(eventId, update, clock);
    }

    private @Nullable Message message(String eventId, JsonNode message) {
        var from = message.path("from");
        if (!from.hasNonNull("id") || isUnheard(from)) {
            return null;
        }
        var chat = chat(message);
        var words = message.path("text").asText(message.path("caption").asText(""));
        var text = addressed.text(message, words, chat.isPrivate());
        var replied = replied(message);
        var attachments = AttachmentReader.of(message);
        if (text == null || (text.isBlank() && attachments.isEmpty() && replied.isMissingNode())) {
            return null;
        }
        var id = required(message, "message_id");
        return new Message(eventId, chat, sender(from, chat), text, null,
                attachments.isEmpty() ? AttachmentReader.of(replied) : attachments,
                replied.isMissingNode() ? null : replied.path("message_id").asText(), quoted(message, replied),
                new ReplyAddress(chat, null, id, Map.of()),
                Instant.ofEpochSecond(message.path("date").asLong(clock.instant().getEpochSecond())));
    }

    /// Bots, unless they are listed; never ourselves.
    private boolean isUnheard(JsonNode from) {
        var id = from.path("id").asText();
        return from.path("is_bot").asBoolean() && (!botsHeard.contains(id) || addressed.botId().equals(id));
    }

    private @Nullable ButtonPress press(String eventId, JsonNode query) {
        var message = query.path("message");
        if (!query.hasNonNull("data") || !message.hasNonNull("chat")) {
            return null;
        }
        var chat = chat(message);
        var address = new ReplyAddress(chat, null, required(message, "message_id"), Map.of())
                .with(CALLBACK, required(query, "id"));
        return new ButtonPress(eventId, chat, sender(query.path("from"), chat), query.get("data").asText(), address,
                clock.instant());
    }

    /// The message replied to; missing also for the opening message of a topic, which every message there refers to.
    static JsonNode replied(JsonNode message) {
        var replied = message.path("reply_to_message");
        return replied.has("forum_topic_created") || !replied.hasNonNull("message_id")
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : replied;
    }

    private static @Nullable String quoted(JsonNode message, JsonNode replied) {
        for (var text : List.of(message.path("quote").path("text"), replied.path("text"), replied.path("caption"))) {
            if (text.isTextual()) {
                return text.asText();
            }
        }
        return null;
    }

    static Chat chat(JsonNode message) {
        var chat = message.path("chat");
        var id = required(chat, "id");
        var isTopic = message.path("is_topic_message").asBoolean() && message.hasNonNull("message_thread_id");
        return new Chat(Platform.TELEGRAM, isTopic ? id + ":" + message.get("message_thread_id").asText() : id,
                "private".equals(chat.path("type").asText()));
    }

    static Sender sender(JsonNode from, Chat chat) {
        var server = chat.isPrivate() ? "" : Place.of(chat).chat();
        return new Sender(Platform.TELEGRAM, required(from, "id"), from.path("first_name").asText("you"),
                locale(from),
                new Standing(server, Set.of(), false, from.path("is_bot").asBoolean()),
                from.path("language_code").asText("").isEmpty());
    }

    /// English where the app does not say.
    static Locale locale(JsonNode from) {
        var language = from.path("language_code").asText("");
        return language.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    static String required(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            throw new IllegalArgumentException("no " + field);
        }
        return node.get(field).asText();
    }

}
