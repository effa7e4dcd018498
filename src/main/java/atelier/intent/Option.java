package atelier.intent;

import java.util.List;

/// One option of a [Command].
///
/// @param choices the only values allowed, or empty for any
public record Option(String name, String description, Type type, boolean required, List<String> choices) {
    /// What kind of value it takes.
    public enum Type {
        STRING, INTEGER, NUMBER, BOOLEAN, ATTACHMENT
    }

    public Option {
        choices = List.copyOf(choices);
    }
}
