package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The chats of the stand-in and the messages in them. Guarded by its own monitor.
final class TelegramChats {
    static final long BOT_ID = 4242;
    static final String BOT_NAME = "atelier_bot";

    /// A message of the bot as it looks now.
    static final class Shown {
        final long id;
        final long chat;
        String text;
        JsonNode entities;
        JsonNode markup;
        int edits;
        final Map<String, byte[]> files = new LinkedHashMap<>();
        final List<String> kinds = new ArrayList<>();
        final @Nullable String topic;
        final long repliesTo;

        Shown(long id, long chat, TelegramForm form, String text, JsonNode entities) {
            this.id = id;
            this.chat = chat;
            this.text = text;
            this.entities = entities;
            this.markup = form.field("reply_markup");
            this.topic = form.fields().hasNonNull("message_thread_id") ? form.text("message_thread_id") : null;
            this.repliesTo = form.field("reply_parameters").path("message_id").asLong(0);
        }

        List<String> labels() {
            var labels = new ArrayList<String>();
            markup.path("inline_keyboard").forEach(row -> row.forEach(button -> labels
                    .add(button.path("text").asText())));
            return labels;
        }

        Optional<String> dataOf(String label) {
            for (var row : markup.path("inline_keyboard")) {
                for (var button : row) {
                    if (button.path("text").asText().equals(label)) {
                        return Optional.of(button.path("callback_data").asText());
                    }
                }
            }
            return Optional.empty();
        }
    }

    private final TreeMap<Long, Shown> shown = new TreeMap<>();
    private final Map<Long, ObjectNode> chats = new LinkedHashMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private long nextMessage = 100;

    /// Makes a chat known to the bot.
    synchronized ObjectNode chat(long id, String type, String title) {
        return chats.computeIfAbsent(id, fresh -> {
            var chat = TelegramForm.JSON.createObjectNode().put("id", id).put("type", type);
            return chat.put("private".equals(type) ? "first_name" : "title", title);
        });
    }

    synchronized void block(long chat) {
        blocked.add(chat);
    }

    synchronized long nextId() {
        return ++nextMessage;
    }

    synchronized List<Shown> in(long chat) {
        return shown.values().stream().filter(message -> message.chat == chat).toList();
    }

    synchronized Optional<Shown> newestWith(long chat, String label) {
        return shown.descendingMap().values().stream()
                .filter(message -> message.chat == chat && message.labels().contains(label)).findFirst();
    }

    synchronized void delete(long message) {
        shown.remove(message);
    }

    synchronized ObjectNode send(TelegramForm form, String text, JsonNode entities, boolean mayBeEmpty) {
        var chat = known(form);
        if (text.isBlank() && !mayBeEmpty) {
            throw TelegramRefusal.bad("message text is empty");
        }
        TelegramRules.text(text, entities, mayBeEmpty ? 1024 : 4096);
        TelegramRules.keyboard(form.field("reply_markup"), form.field("chat_id").asLong());
        var message = new Shown(nextId(), chat, form, text, entities);
        shown.put(message.id, message);
        return json(message);
    }

    synchronized void attach(long id, String kind, String name, byte[] content) {
        var message = Objects.requireNonNull(shown.get(id));
        message.files.put(name, content);
        message.kinds.add(kind);
    }

    synchronized ObjectNode edit(TelegramForm form, String text, JsonNode entities) {
        known(form);
        var message = shown.get(form.field("message_id").asLong());
        if (message == null) {
            throw TelegramRefusal.bad("message to edit not found");
        }
        if (text.isBlank()) {
            throw TelegramRefusal.bad("message text is empty");
        }
        TelegramRules.text(text, entities, 4096);
        TelegramRules.keyboard(form.field("reply_markup"), form.field("chat_id").asLong());
        var markup = form.field("reply_markup");
        if (message.text.equals(text) && message.entities.toString().equals(entities.toString())
                && message.markup.toString().equals(markup.toString())) {
            throw TelegramRefusal.bad("message is not modified: specified new message content and reply markup are"
                    + " exactly the same as a current content and reply markup of the message");
        }
        message.text = text;
        message.entities = entities;
        message.markup = markup;
        message.edits++;
        return json(message);
    }

    private long known(TelegramForm form) {
        var id = form.field("chat_id").asLong(0);
        if (!chats.containsKey(id)) {
            throw TelegramRefusal.bad("chat not found");
        }
        if (blocked.contains(id)) {
            throw new TelegramRefusal(403, "Forbidden: bot was blocked by the user");
        }
        return id;
    }

    synchronized ObjectNode json(Shown message) {
        var json = TelegramForm.JSON.createObjectNode().put("message_id", message.id)
                .put("date", System.currentTimeMillis() / 1000).put("text", message.text);
        json.set("chat", chats.get(message.chat));
        json.set("from", bot());
        return json;
    }

    static ObjectNode bot() {
        return TelegramForm.JSON.createObjectNode().put("id", BOT_ID).put("is_bot", true).put("first_name", "Atelier")
                .put("username", BOT_NAME);
    }
}
