package atelier.adapter.discord;

import java.util.List;
import java.util.Map;

/// A slash command as people see it.
///
/// @param name         1 to 32 lower-case letters, digits, `-` or `_`
/// @param description  at most 100 characters
/// @param names        the name by Discord's language tag (`de`, `en-GB`); may be empty
/// @param descriptions the description by Discord's language tag; may be empty
/// @param onlyForOne   whether only the person who used it sees the answer (matters of an account)
/// @param options      at most 25, required ones first
public record SlashCommand(String name, String description, Map<String, String> names, Map<String, String> descriptions,
        boolean onlyForOne, List<SlashOption> options) {
    public SlashCommand {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        options = List.copyOf(options);
    }

    /// A command with one language and a public answer.
    public static SlashCommand of(String name, String description, SlashOption... options) {
        return new SlashCommand(name, description, Map.of(), Map.of(), false, List.of(options));
    }

    /// The same command, answered to the person alone.
    public SlashCommand forOne() {
        return new SlashCommand(name, description, names, descriptions, true, options);
    }
}
