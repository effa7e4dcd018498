package atelier.chat;

import java.util.Map;

/// A command the platform already took apart, such as a Discord slash command.
///
/// @param command name without the slash
/// @param options by name; the words of a creating command stand in `prompt`
public record Invocation(String command, Map<String, String> options) {
    public Invocation {
        options = Map.copyOf(options);
    }
}
