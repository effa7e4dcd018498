package atelier.adapter.discord;

import java.util.List;
import java.util.Map;

/// A command in the menu of a message ("Apps").
///
/// @param label   what people see, at most 32 characters
/// @param labels  the label by Discord's language tag; may be empty
/// @param command the name under which the use arrives as an invocation
public record MessageCommand(String label, Map<String, String> labels, String command) {
    /// The three that make something of a message somebody wrote.
    public static final List<MessageCommand> USUAL = List.of(new MessageCommand("Review this", Map.of(), "review"),
            new MessageCommand("Explain this", Map.of(), "explain"),
            new MessageCommand("Continue here", Map.of(), "continue"));

    public MessageCommand {
        labels = Map.copyOf(labels);
    }
}
