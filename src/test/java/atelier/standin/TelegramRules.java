package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Limits of the Bot API as its documentation states them.
final class TelegramRules {
    private static final Set<String> ENTITIES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler",
            "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/.])@[A-Za-z]\\w{2,31}");

    private TelegramRules() {}

    static void text(String text, JsonNode entities, int longest) {
        if (text.length() > longest) {
            throw TelegramRefusal.bad(longest == 1024 ? "message caption is too long" : "message is too long");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw TelegramRefusal.bad("strings must be encoded in UTF-8");
        }
        if (entities.size() > 100) {
            throw TelegramRefusal.bad("can't parse entities: too many");
        }
        entities.forEach(entity -> entity(text, entity));
        entities.forEach(outer -> entities.forEach(inner -> nested(outer, inner)));
    }

    private static void entity(String text, JsonNode entity) {
        var from = entity.path("offset").asInt(-1);
        var to = from + entity.path("length").asInt(0);
        if (from < 0 || to <= from || to > text.length() || cutsPair(text, from) || cutsPair(text, to)) {
            throw TelegramRefusal.bad("can't parse entities: " + from + ".." + to + " of " + text.length());
        }
        if (!ENTITIES.contains(entity.path("type").asText())) {
            throw TelegramRefusal.bad("can't parse entities: type " + entity.path("type"));
        }
        if ("text_link".equals(entity.path("type").asText()) && !entity.path("url").asText().contains(":")) {
            throw TelegramRefusal.bad("can't parse entities: url");
        }
    }

    /// Code holds no other entity and is in none; others nest but never cross.
    private static void nested(JsonNode a, JsonNode b) {
        if (a.equals(b)) {
            return;
        }
        var overlap = start(a) < end(b) && start(b) < end(a);
        var crossing = overlap && !(start(a) <= start(b) && end(b) <= end(a))
                && !(start(b) <= start(a) && end(a) <= end(b));
        if (crossing || (overlap && (isCode(a) || isCode(b)))) {
            throw TelegramRefusal.bad("can't parse entities: " + a + " and " + b + " overlap");
        }
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean isCode(JsonNode entity) {
        return Set.of("code", "pre").contains(entity.path("type").asText());
    }

    private static int start(JsonNode entity) {
        return entity.path("offset").asInt();
    }

    private static int end(JsonNode entity) {
        return start(entity) + entity.path("length").asInt();
    }

    /// @param chat a private chat has a positive number, a group a negative one
    static void keyboard(JsonNode markup, long chat) {
        var buttons = 0;
        for (var row : markup.path("inline_keyboard")) {
            if (row.size() > 8) {
                throw TelegramRefusal.bad("BUTTON_ROW_TOO_LONG");
            }
            for (var button : row) {
                buttons++;
                action(button, chat);
                if (button.path("text").asText("").isBlank()) {
                    throw TelegramRefusal.bad("text buttons must be non-empty");
                }
            }
        }
        if (buttons > 100) {
            throw TelegramRefusal.bad("reply markup is too long");
        }
    }

    /// Exactly one of the optional fields; web apps in private chats only, over TLS.
    private static void action(JsonNode button, long chat) {
        if (button.has("web_app")) {
            if (chat < 0) {
                throw TelegramRefusal.bad("BUTTON_TYPE_INVALID");
            }
            if (!button.path("web_app").path("url").asText().startsWith("https://")) {
                throw TelegramRefusal
                        .bad("inline keyboard button Web App URL is invalid: Only HTTPS links are allowed");
            }
        } else if (button.has("url")) {
            if (!button.path("url").asText().matches("https?://[^/]+\\.[^/]+.*")) {
                throw TelegramRefusal.bad("inline keyboard button URL is invalid: Wrong HTTP URL");
            }
        } else {
            var bytes = button.path("callback_data").asText("").getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > 64) {
                throw TelegramRefusal.bad("BUTTON_DATA_INVALID");
            }
        }
        if (Stream.of("web_app", "url", "callback_data").filter(button::has).count() != 1) {
            throw TelegramRefusal.bad("can't parse inline keyboard button: exactly one optional field");
        }
    }

    static void commands(JsonNode commands, String language) {
        if (commands.size() > 100 || !language.matches("|[a-z]{2}")) {
            throw TelegramRefusal.bad("BOT_COMMANDS_TOO_MUCH");
        }
        for (var command : commands) {
            var length = command.path("description").asText("").length();
            if (!command.path("command").asText("").matches("[a-z0-9_]{1,32}") || length < 1 || length > 256) {
                throw TelegramRefusal.bad("BOT_COMMAND_INVALID");
            }
        }
    }

    /// The music player takes MP3 and M4A; the picture beside is a small JPEG.
    static void track(TelegramForm form, TelegramForm.Upload track) {
        var head = new String(track.content(), 0, Math.min(12, track.content().length), StandardCharsets.ISO_8859_1);
        var isMp3 = head.startsWith("ID3") || head.startsWith("\u00FF\u00FB");
        if (!isMp3 && !head.startsWith("ftyp", 4)) {
            throw TelegramRefusal.bad("the audio is neither MP3 nor M4A");
        }
        var thumbnail = form.files().get(form.text("thumbnail").replace("attach://", ""));
        if (thumbnail != null && !isThumbnail(thumbnail.content())) {
            throw TelegramRefusal.bad("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private static boolean isThumbnail(byte[] content) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(content));
            return content.length <= 200_000 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8
                    && picture != null && Math.max(picture.getWidth(), picture.getHeight()) <= 320;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Whether showing this would call a person, open a program or fetch a preview.
    static boolean isUnsafe(TelegramForm form, String text, JsonNode entities) {
        for (var entity : entities) {
            if ("text_mention".equals(entity.path("type").asText())
                    || !entity.path("url").asText("https://").matches("(?i)https?://.*")) {
                return true;
            }
        }
        var mention = MENTION.matcher(text);
        while (mention.find()) {
            var at = mention.start();
            var isSilent = false;
            for (var entity : entities) {
                isSilent |= isCode(entity) && start(entity) <= at && at < end(entity);
            }
            if (!isSilent) {
                return true;
            }
        }
        var hasPreview = !form.field("link_preview_options").path("is_disabled").asBoolean();
        return form.fields().has("parse_mode") || (form.files().isEmpty() && hasPreview);
    }
}
