package atelier.adapter.discord;

import java.util.Map;

/// A command in the menu of a message ("Apps").
///
/// @param label   what people see, at most 32 characters
/// @param labels  the label by Discord's language tag; may be empty
/// @param command the name under which the use arrives as an invocation
public record MessageCommand(String label, Map<String, String> labels, String command) {
    public MessageCommand {
        labels = Map.copyOf(labels);
    }
}
