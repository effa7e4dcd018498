package atelier.chat;

import java.util.Map;

/// A command the platform already took apart, such as a Discord slash command.
///
/// @param command name without the slash
/// @param options by name; the words of a creating command stand in `prompt`
public record Invocation(String command, Map<String, String> options) {
    /// The option with what a person entered into a form for secrets; nobody else saw it, and it goes into no other text.
    public static final String SECRET = "secret";

    public Invocation {
        options = Map.copyOf(options);
    }

    /// Without the values: there may be a secret among them.
    @Override
    public String toString() {
        return "Invocation[" + command + ", " + options.keySet() + "]";
    }
}
