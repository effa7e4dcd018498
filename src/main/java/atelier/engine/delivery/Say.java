package atelier.engine.delivery;

import atelier.chat.Button;
import java.util.List;

/// Words the bot says at once, without work.
///
/// @param choices labels and what pressing them says
public record Say(String text, List<Choice> choices) {
    public Say {
        choices = List.copyOf(choices);
    }

    public static Say text(String text) {
        return new Say(text, List.of());
    }

    /// @param words what is said for the person when they press
    public record Choice(String label, String words, Button.Style style) {}
}
