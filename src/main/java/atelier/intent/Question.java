package atelier.intent;

import atelier.language.Sentence;
import java.util.List;

/// One short question with buttons.
///
/// @param slot    entity the answer fills, such as `language` or `key`, or `intent` when unsure what is wanted
/// @param asks    the question
/// @param choices offered answers; a person may also type another
public record Question(String slot, Sentence asks, List<Choice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    /// The question in English.
    public String text() {
        return asks.inEnglish();
    }

    /// @param shown what the button says
    /// @param means what is filled into the slot; for the slot `intent` a whole command such as `/lyrics about rain`
    public record Choice(Sentence shown, Sentence means) {
        /// What the button says in English.
        public String label() {
            return shown.inEnglish();
        }

        /// What is filled into the slot when it is said in English.
        public String value() {
            return means.inEnglish();
        }
    }
}
