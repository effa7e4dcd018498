package atelier.engine;

import atelier.chat.Button;
import java.util.List;

/// Words the bot says at once, without work.
///
/// @param choices labels and what pressing them says
record Say(String text, List<Choice> choices) {
    Say {
        choices = List.copyOf(choices);
    }

    static Say text(String text) {
        return new Say(text, List.of());
    }

    /// @param words what is said for the person when they press
    record Choice(String label, String words, Button.Style style) {}
}
