package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What each method of the Bot API does here. Names come in lower case.
final class TelegramMethods {
    private static final long LARGEST_UPLOAD = 50_000_000;
    private static final long LARGEST_PHOTO = 10_000_000;
    private static final int LARGEST_DOWNLOAD = 20 << 20;

    final TelegramChats chats = new TelegramChats();
    final TelegramUpdates updates = new TelegramUpdates();
    final Map<String, TelegramForm.Upload> files = new ConcurrentHashMap<>();
    /// Callback ids still to be answered, with the person who pressed.
    final Map<String, String> callbacks = new ConcurrentHashMap<>();
    final Map<String, List<String>> notices = new ConcurrentHashMap<>();
    final Map<String, JsonNode> commands = new ConcurrentHashMap<>();
    /// Who administers which group, as `chat/person`.
    final Set<String> administrators = ConcurrentHashMap.newKeySet();
    /// Messages taken away, as `chat/message`.
    final List<String> deleted = new CopyOnWriteArrayList<>();
    final List<String> unsafe = new CopyOnWriteArrayList<>();

    final TelegramStars stars = new TelegramStars(updates);

    JsonNode call(String method, TelegramForm form) {
        if (stars.knows(method)) {
            return stars.call(method, form);
        }
        return switch (method) {
            case "getme" -> TelegramChats.bot();
            case "getupdates" -> updates.poll(form.field("offset").asLong(0), form.field("timeout").asLong(0),
                    form.field("limit").asInt(100));
            case "getwebhookinfo" -> updates.webhookInfo();
            case "deletewebhook" -> webhook(TelegramForm.JSON.createObjectNode());
            case "setwebhook" -> webhook(form.fields());
            case "setmycommands" -> menu(form);
            case "sendmessage" -> message(form);
            case "editmessagetext" -> edit(form);
            case "deletemessage" -> delete(form);
            case "sendchataction" -> yes();
            case "answercallbackquery" -> answer(form);
            case "senddocument" -> upload(form, "document", LARGEST_UPLOAD);
            case "sendaudio" -> upload(form, "audio", LARGEST_UPLOAD);
            case "sendvoice" -> upload(form, "voice", LARGEST_UPLOAD);
            case "sendphoto" -> upload(form, "photo", LARGEST_PHOTO);
            case "sendmediagroup" -> group(form);
            case "getfile" -> file(form);
            case "getchatmember" -> TelegramForm.JSON.createObjectNode().put("status",
                    administrators.contains(form.text("chat_id") + "/" + form.text("user_id"))
                            ? "administrator"
                            : "member");
            default -> throw new TelegramRefusal(404, "Not Found: method not found");
        };
    }

    private JsonNode message(TelegramForm form) {
        var text = form.text("text");
        var entities = form.field("entities");
        note(form, text, entities);
        return chats.send(form, text, entities, false);
    }

    private JsonNode delete(TelegramForm form) {
        deleted.add(form.text("chat_id") + "/" + form.text("message_id"));
        chats.delete(form.field("message_id").asLong());
        return yes();
    }

    private JsonNode edit(TelegramForm form) {
        note(form, form.text("text"), form.field("entities"));
        return chats.edit(form, form.text("text"), form.field("entities"));
    }

    private void note(TelegramForm form, String text, JsonNode entities) {
        if (TelegramRules.isUnsafe(form, text, entities)) {
            unsafe.add(form.fields().toString());
        }
    }

    private JsonNode upload(TelegramForm form, String kind, long largest) {
        note(form, form.text("caption"), form.field("caption_entities"));
        var upload = form.files().get(kind);
        if (upload == null) {
            var attached = form.text(kind).replace("attach://", "");
            upload = form.files().get(attached);
        }
        if (upload == null) {
            throw TelegramRefusal.bad("there is no " + kind + " in the request");
        }
        checkSize(upload, largest);
        var sent = chats.send(form, form.text("caption"), form.field("caption_entities"), true);
        chats.attach(sent.path("message_id").asLong(), kind, upload.name(), upload.content());
        return sent;
    }

    private JsonNode group(TelegramForm form) {
        var media = form.field("media");
        if (media.size() < 2 || media.size() > 10) {
            throw TelegramRefusal.bad("wrong number of media in the album: 2-10");
        }
        var kinds = new java.util.TreeSet<String>();
        media.forEach(item -> kinds.add(item.path("type").asText()));
        if (kinds.size() > 1 && (kinds.contains("document") || kinds.contains("audio"))) {
            throw TelegramRefusal.bad("documents can't be mixed with other media types");
        }
        var result = TelegramForm.JSON.createArrayNode();
        for (var item : media) {
            var upload = form.files().get(item.path("media").asText().replace("attach://", ""));
            if (upload == null) {
                throw TelegramRefusal.bad("wrong file identifier/HTTP URL specified");
            }
            checkSize(upload, LARGEST_UPLOAD);
            var sent = chats.send(form, item.path("caption").asText(""), item.path("caption_entities"), true);
            chats.attach(sent.path("message_id").asLong(), item.path("type").asText(), upload.name(),
                    upload.content());
            result.add(sent);
        }
        return result;
    }

    private static void checkSize(TelegramForm.Upload upload, long largest) {
        if (upload.content().length == 0) {
            throw TelegramRefusal.bad("file must be non-empty");
        }
        if (upload.content().length > largest) {
            throw new TelegramRefusal(413, "Request Entity Too Large");
        }
    }

    private JsonNode file(TelegramForm form) {
        var id = form.text("file_id");
        var upload = files.get(id);
        if (upload == null) {
            throw TelegramRefusal.bad("invalid file_id");
        }
        if (upload.content().length > LARGEST_DOWNLOAD) {
            throw TelegramRefusal.bad("file is too big");
        }
        return TelegramForm.JSON.createObjectNode().put("file_id", id).put("file_unique_id", "u" + id)
                .put("file_size", upload.content().length).put("file_path", "documents/" + id);
    }

    private JsonNode answer(TelegramForm form) {
        var text = form.text("text");
        if (text.length() > 200) {
            throw TelegramRefusal.bad("MESSAGE_TOO_LONG");
        }
        var person = callbacks.remove(form.text("callback_query_id"));
        if (person == null) {
            throw TelegramRefusal.bad("query is too old and response timeout expired or query ID is invalid");
        }
        notices.computeIfAbsent(person, fresh -> new CopyOnWriteArrayList<>()).add(text);
        return yes();
    }

    private JsonNode menu(TelegramForm form) {
        TelegramRules.commands(form.field("commands"), form.text("language_code"));
        commands.put(form.text("language_code"), form.field("commands"));
        return yes();
    }

    private JsonNode webhook(ObjectNode fields) {
        var secret = fields.path("secret_token").asText("");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw TelegramRefusal.bad("secret token contains unallowed characters");
        }
        updates.setWebhook(fields.path("url"), secret);
        return yes();
    }

    private static JsonNode yes() {
        return TelegramForm.JSON.getNodeFactory().booleanNode(true);
    }
}
