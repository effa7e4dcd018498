package atelier.adapter.discord;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slash command as people see it.
///
/// @param name         1 to 32 lower-case letters, digits, `-` or `_`
/// @param description  at most 100 characters
/// @param names        the name by Discord's language tag (`de`, `en-GB`); may be empty
/// @param descriptions the description by Discord's language tag; may be empty
/// @param onlyForOne   whether only the person who used it sees the answer (matters of an account)
/// @param form         what a form with one long field asks for when the command is used without any option (the words
///                     arrive in `prompt`), at most 45 characters; null for no form
/// @param forms        what that form asks for by Discord's language tag; may be empty
/// @param secret       the form that asks for a secret instead of taking it as an option; null for none
/// @param options      at most 25, required ones first
public record SlashCommand(String name, String description, Map<String, String> names, Map<String, String> descriptions,
        boolean onlyForOne, @Nullable String form, Map<String, String> forms, @Nullable SecretForm secret,
        List<SlashOption> options) {
    public SlashCommand {
        forms = Map.copyOf(forms);
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        options = List.copyOf(options);
    }

    /// A command without a form.
    public SlashCommand(String name, String description, Map<String, String> names, Map<String, String> descriptions,
            boolean onlyForOne, List<SlashOption> options) {
        this(name, description, names, descriptions, onlyForOne, null, Map.of(), null, options);
    }

    /// A command with one language and a public answer.
    public static SlashCommand of(String name, String description, SlashOption... options) {
        return new SlashCommand(name, description, Map.of(), Map.of(), false, List.of(options));
    }

    /// The same command, answered to the person alone.
    public SlashCommand forOne() {
        return new SlashCommand(name, description, names, descriptions, true, form, forms, secret, options);
    }

    /// The same command; used without options, it asks for a long text in a form.
    public SlashCommand withForm(String asks) {
        return withForm(asks, Map.of());
    }

    /// The same, asking in other languages too.
    public SlashCommand withForm(String asks, Map<String, String> otherwise) {
        return new SlashCommand(name, description, names, descriptions, onlyForOne, asks, otherwise, secret, options);
    }

    /// The same command; used with certain words, it asks for a secret in a form.
    public SlashCommand withSecret(SecretForm asks) {
        return new SlashCommand(name, description, names, descriptions, onlyForOne, form, forms, asks, options);
    }
}
