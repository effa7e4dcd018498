package atelier.adapter.telegram;

import java.util.Map;

/// A line of the command menu.
///
/// @param name        without the slash; 1-32 of `a-z0-9_`
/// @param description 1-256 characters, in English
/// @param localised   the description by two-letter language code, where there is one
/// @param ofOneself   whether it is about matters of one's own, so that menus of groups leave it out
public record BotCommand(String name, String description, Map<String, String> localised, boolean ofOneself) {
    public BotCommand {
        if (!name.matches("[a-z0-9_]{1,32}") || description.isEmpty() || description.length() > 256) {
            throw new IllegalArgumentException("not a Telegram command: " + name);
        }
        localised = Map.copyOf(localised);
    }

    public BotCommand(String name, String description, Map<String, String> localised) {
        this(name, description, localised, false);
    }

    public BotCommand(String name, String description) {
        this(name, description, Map.of());
    }
}
