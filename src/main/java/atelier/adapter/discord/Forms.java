package atelier.adapter.discord;

import atelier.chat.Invocation;
import atelier.language.Phrases;
import java.util.Map;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/// The forms that ask for words too long for a command line, and for secrets.
final class Forms {
    static final String FIELD = "prompt";
    private static final String PREFIX = "form:";
    private static final String SECRET = "secret:";
    private static final int LONGEST_SECRET = 1000;

    private Forms() {}

    static Modal asking(String command, String asks) {
        var field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH).setRequired(true)
                .setMaxLength(TextInput.MAX_VALUE_LENGTH).build();
        return Modal.create(PREFIX + command, asks).addComponents(Label.of(asks, field)).build();
    }

    /// Asks for one line that nobody else sees; the words of the command travel in the form's id.
    static Modal asking(String command, String words, SecretForm secret, Phrases phrases) {
        var field = TextInput.create(FIELD, TextInputStyle.SHORT).setRequired(true).setMaxLength(LONGEST_SECRET)
                .build();
        return Modal.create(SECRET + command + ":" + words, secret.title().in(phrases))
                .addComponents(Label.of(secret.field().in(phrases), field)).build();
    }

    /// What a form that was sent means; null for a form that is not ours.
    static @Nullable Invocation invocation(ModalInteraction sent) {
        var id = sent.getModalId();
        if (!id.startsWith(SECRET)) {
            var command = command(id);
            return command == null ? null : new Invocation(command, Map.of(FIELD, words(sent)));
        }
        var parts = id.substring(SECRET.length()).split(":", 2);
        return parts.length < 2
                ? null
                : new Invocation(parts[0], Map.of(FIELD, parts[1], Invocation.SECRET, words(sent)));
    }

    /// The command whose form this is; null for a form that is not ours.
    private static @Nullable String command(String id) {
        return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : null;
    }

    private static String words(ModalInteraction sent) {
        var field = sent.getValue(FIELD);
        return field == null ? "" : field.getAsString();
    }
}
