package atelier.adapter.discord;

import java.util.List;
import java.util.Map;

/// One option of a [SlashCommand].
///
/// @param descriptions by Discord's language tag (`de`, `en-GB`); may be empty
/// @param choices      the only values allowed, at most 25; empty for any value
/// @param suggested    whether [Suggestions] are asked while somebody types; not together with choices
public record SlashOption(String name, String description, Map<String, String> descriptions, Kind kind,
        boolean required,
        List<String> choices, boolean suggested) {
    /// What may stand in an option.
    public enum Kind {
        TEXT, WHOLE_NUMBER, YES_NO, ATTACHMENT
    }

    public SlashOption {
        descriptions = Map.copyOf(descriptions);
        choices = List.copyOf(choices);
    }

    /// An option without suggestions.
    public SlashOption(String name, String description, Map<String, String> descriptions, Kind kind, boolean required,
            List<String> choices) {
        this(name, description, descriptions, kind, required, choices, false);
    }

    /// An optional text.
    public static SlashOption text(String name, String description) {
        return new SlashOption(name, description, Map.of(), Kind.TEXT, false, List.of(), false);
    }

    /// An optional file.
    public static SlashOption file(String name, String description) {
        return new SlashOption(name, description, Map.of(), Kind.ATTACHMENT, false, List.of(), false);
    }

    /// The same option, not to be left out.
    public SlashOption needed() {
        return new SlashOption(name, description, descriptions, kind, true, choices, suggested);
    }

    /// The same option, with values suggested while somebody types.
    public SlashOption withSuggestions() {
        return new SlashOption(name, description, descriptions, kind, required, List.of(), true);
    }
}
