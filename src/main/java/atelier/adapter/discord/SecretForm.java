package atelier.adapter.discord;

import atelier.language.Sentence;
import java.util.function.Predicate;

/// A form with one line for a secret, shown only to the person who used a command. What they enter arrives as
/// [atelier.chat.Invocation#SECRET] beside the words of the command.
///
/// @param when  tells from the words in `prompt` (at most 80 characters) whether a secret is to be asked for
/// @param title at most 45 characters in every language
/// @param field what to enter; at most 45 characters in every language
public record SecretForm(Predicate<String> when, Sentence title, Sentence field) {
    static final int LONGEST_WORDS = 80;

    boolean isFor(String words) {
        return words.length() <= LONGEST_WORDS && when.test(words);
    }
}
