package atelier.intent;

import java.util.List;

/// One short question with buttons.
///
/// @param slot    entity the answer fills, such as `language` or `key`, or `intent` when unsure what is wanted
/// @param text    the question
/// @param choices offered answers; a person may also type another
public record Question(String slot, String text, List<Choice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    /// @param label what the button says
    /// @param value what is filled into the slot; for the slot `intent` a whole command such as `/lyrics about rain`
    public record Choice(String label, String value) {}
}
