package atelier.adapter.discord;

import java.util.List;
import java.util.Map;

/// One option of a [SlashCommand].
///
/// @param names        the name by Discord's language tag (`de`, `en-GB`); may be empty
/// @param descriptions by Discord's language tag; may be empty
/// @param choices      the only values allowed, at most 25; empty for any value
/// @param choiceNames  what people see for a choice, by its value and Discord's language tag; may be empty
/// @param suggested    whether [Suggestions] are asked while somebody types; not together with choices
public record SlashOption(String name, String description, Map<String, String> names, Map<String, String> descriptions,
        Kind kind, boolean required, List<String> choices, Map<String, Map<String, String>> choiceNames,
        boolean suggested) {
    /// What may stand in an option.
    public enum Kind {
        TEXT, WHOLE_NUMBER, YES_NO, ATTACHMENT
    }

    public SlashOption {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        choiceNames = Map.copyOf(choiceNames);
        choices = List.copyOf(choices);
    }

    /// An option with one language, without suggestions.
    public SlashOption(String name, String description, Kind kind, boolean required, List<String> choices) {
        this(name, description, Map.of(), Map.of(), kind, required, choices, Map.of(), false);
    }

    /// An optional text.
    public static SlashOption text(String name, String description) {
        return new SlashOption(name, description, Kind.TEXT, false, List.of());
    }

    /// An optional file.
    public static SlashOption file(String name, String description) {
        return new SlashOption(name, description, Kind.ATTACHMENT, false, List.of());
    }

    /// The same option, not to be left out.
    public SlashOption needed() {
        return new SlashOption(name, description, names, descriptions, kind, true, choices, choiceNames, suggested);
    }

    /// The same option, in other languages too.
    public SlashOption in(Map<String, String> otherNames, Map<String, String> otherDescriptions,
            Map<String, Map<String, String>> otherChoiceNames) {
        return new SlashOption(name, description, otherNames, otherDescriptions, kind, required, choices,
                otherChoiceNames, suggested);
    }

    /// The same option, with values suggested while somebody types.
    public SlashOption withSuggestions() {
        return new SlashOption(name, description, names, descriptions, kind, required, List.of(), Map.of(), true);
    }
}
