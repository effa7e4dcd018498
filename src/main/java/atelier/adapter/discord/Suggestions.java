package atelier.adapter.discord;

import atelier.chat.Chat;
import atelier.chat.Sender;
import java.util.List;

/// What a person may pick while typing an option marked [SlashOption#suggested()]. Nobody is bound to what is suggested:
/// the value that arrives is checked like any other.
@FunctionalInterface
public interface Suggestions {
    /// At most 25 values are shown, best first. Must answer well within Discord's three seconds.
    ///
    /// @param typed what stands in the option so far; may be empty
    List<String> suggest(Sender who, Chat where, String command, String option, String typed);

    /// Suggests nothing.
    static Suggestions none() {
        return (who, where, command, option, typed) -> List.of();
    }
}
