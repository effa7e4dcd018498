package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The limits Discord holds payloads to. Each check answers with a refusal or null.
final class DiscordRules {
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}]{1,32}$");
    private static final Pattern LINK = Pattern.compile("https?://");
    private static final long MIB = 1024L * 1024L;
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    /// A refusal: HTTP status, Discord's code, its words.
    record Refusal(int status, int code, String message) {}

    private DiscordRules() {}

    static @Nullable Refusal message(JsonNode payload, List<DiscordMultipart.File> files, boolean isNew) {
        var content = payload.path("content").asText("");
        if (content.codePointCount(0, content.length()) > 2000) {
            return invalid("content: Must be 2000 or fewer in length.");
        }
        if (isNew && content.isEmpty() && files.isEmpty() && payload.path("embeds").isEmpty()) {
            return new Refusal(400, 50006, "Cannot send an empty message");
        }
        if (payload.path("nonce").asText("").length() > 25) {
            return invalid("nonce: Must be 25 or fewer in length.");
        }
        var refusal = files(payload, files);
        return refusal == null ? components(payload.path("components")) : refusal;
    }

    private static @Nullable Refusal files(JsonNode payload, List<DiscordMultipart.File> files) {
        if (files.size() > 10 || payload.path("attachments").size() > 10) {
            return invalid("attachments: Must be 10 or fewer in length.");
        }
        var total = files.stream().mapToLong(file -> file.content().size()).sum();
        if (total > 25 * MIB || files.stream().anyMatch(file -> file.content().size() > 10 * MIB)) {
            return new Refusal(413, 40005, "Request entity too large");
        }
        return null;
    }

    private static @Nullable Refusal components(JsonNode rows) {
        if (rows.size() > 5) {
            return invalid("components: Must be 5 or fewer in length.");
        }
        var ids = new HashSet<String>();
        for (var row : rows) {
            if (row.path("components").isEmpty() || row.path("components").size() > 5) {
                return invalid("components: Must be between 1 and 5 in length.");
            }
            for (var button : row.path("components")) {
                if (button.path("style").asInt() == 6) {
                    if (button.has("label") || button.has("custom_id")
                            || !button.path("sku_id").asText().matches("\\d+")
                            || !ids.add(button.path("sku_id").asText())) {
                        return invalid("components: a premium button takes a sku_id and nothing else");
                    }
                    continue;
                }
                var isLink = button.path("style").asInt() == 5;
                if (isLink && (button.has("custom_id")
                        || !button.path("url").asText().matches("https?://.{1,504}"))) {
                    return invalid("components: a link button takes a url of at most 512 characters and no custom_id");
                }
                var id = isLink ? button.path("url").asText() : button.path("custom_id").asText("");
                var label = button.path("label").asText("");
                if (id.isEmpty() || (!isLink && id.length() > 100) || label.isEmpty() || label.length() > 80
                        || !ids.add(id)) {
                    return invalid("components: custom_id or label out of limits, or a duplicate");
                }
            }
        }
        return null;
    }

    static @Nullable Refusal commands(JsonNode commands) {
        var names = new HashSet<String>();
        var counts = new int[4];
        for (var command : commands) {
            var type = command.path("type").asInt(1);
            counts[type]++;
            if (!names.add(type + ":" + command.path("name").asText())) {
                return invalid("name: Application command names must be unique");
            }
            var refusal = type == 1 ? slash(command) : null;
            if (refusal != null || length(command) > 8000) {
                return refusal == null ? new Refusal(400, 50035, "Command is too long") : refusal;
            }
        }
        return counts[1] > 100 || counts[2] > 15 || counts[3] > 15
                ? new Refusal(400, 30032, "Too many commands")
                : null;
    }

    private static @Nullable Refusal slash(JsonNode command) {
        if (command.path("options").size() > 25) {
            return invalid("options: Must be 25 or fewer in length.");
        }
        if (!describes(command)) {
            return invalid("name or description out of limits: " + command.path("name").asText());
        }
        var optional = false;
        for (var option : command.path("options")) {
            if (!describes(option) || option.path("choices").size() > 25
                    || (optional && option.path("required").asBoolean())) {
                return invalid("option out of limits: " + option.path("name").asText());
            }
            optional |= !option.path("required").asBoolean();
        }
        return null;
    }

    private static boolean describes(JsonNode node) {
        var name = node.path("name").asText("");
        var description = node.path("description").asText("");
        var fits = NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT))
                && !description.isEmpty() && description.length() <= 100;
        for (var local : node.path("name_localizations")) {
            fits &= NAME.matcher(local.asText()).matches();
        }
        for (var local : node.path("description_localizations")) {
            fits &= !local.asText().isEmpty() && local.asText().length() <= 100;
        }
        return fits;
    }

    private static int length(JsonNode command) {
        var length = command.path("name").asText().length() + command.path("description").asText().length();
        for (var option : command.path("options")) {
            length += length(option);
            for (var choice : option.path("choices")) {
                length += choice.path("name").asText().length() + choice.path("value").asText().length();
            }
        }
        return length;
    }

    /// Why this payload could ping somebody or show a preview; null when it cannot.
    static @Nullable String unsafe(JsonNode payload) {
        var mentions = payload.path("allowed_mentions");
        if (!mentions.path("parse").isArray() || !mentions.path("parse").isEmpty() || !mentions.path("users").isEmpty()
                || !mentions.path("roles").isEmpty() || mentions.path("replied_user").asBoolean()) {
            return "may ping: " + payload;
        }
        var links = LINK.matcher(payload.path("content").asText("")).find();
        if (links && (payload.path("flags").asInt(0) & SUPPRESS_EMBEDS) == 0) {
            return "shows a preview: " + payload;
        }
        return null;
    }

    private static Refusal invalid(String why) {
        return new Refusal(400, 50035, "Invalid Form Body: " + why);
    }
}
