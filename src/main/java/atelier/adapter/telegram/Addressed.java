package atelier.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells which words are meant for this bot and takes its name out of them.
///
/// @param botId    numeric id of this bot
/// @param username of this bot, without `@`
/// @param commands names of its commands; in a group a command without a bot's name must be one of them
record Addressed(String botId, String username, Set<String> commands) {
    private static final Pattern COMMAND = Pattern.compile("/(\\w+)(?:@(\\w+))?(?=\\s|$)", Pattern.CASE_INSENSITIVE);

    Addressed {
        commands = Set.copyOf(commands);
    }

    /// The words as said to the bot, null when they are not.
    @Nullable
    String text(JsonNode message, String words, boolean isPrivate) {
        var command = COMMAND.matcher(words);
        if (command.lookingAt()) {
            var bot = command.group(2);
            if (bot != null && !bot.equalsIgnoreCase(username)) {
                return null;
            }
            var rest = words.substring(command.end());
            var known = commands.isEmpty() || commands.contains(command.group(1).toLowerCase(Locale.ROOT));
            return isPrivate || bot != null || known ? "/" + command.group(1) + withoutMention(rest) : null;
        }
        var stripped = withoutMention(withoutTextMention(message, words));
        var isMeant = isPrivate || !stripped.equals(words)
                || UpdateReader.replied(message).path("from").path("id").asText().equals(botId);
        return isMeant ? stripped.strip() : null;
    }

    private String withoutMention(String text) {
        var mention = Pattern.compile("(?<![\\w@./])@" + Pattern.quote(username) + "\\b[,:]?[ \\t]?",
                Pattern.CASE_INSENSITIVE);
        return mention.matcher(text).replaceAll("");
    }

    /// People pick a bot from the member list; its name then is a link to its id.
    private String withoutTextMention(JsonNode message, String words) {
        var entities = message.has("entities") ? message.path("entities") : message.path("caption_entities");
        for (var entity : entities) {
            var from = entity.path("offset").asInt();
            var to = from + entity.path("length").asInt();
            if (entity.path("user").path("id").asText().equals(botId) && from >= 0 && to <= words.length()) {
                return words.substring(0, from) + words.substring(to);
            }
        }
        return words;
    }
}
