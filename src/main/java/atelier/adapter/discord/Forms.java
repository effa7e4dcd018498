package atelier.adapter.discord;

import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/// The form that asks for words too long for a command line.
final class Forms {
    static final String FIELD = "prompt";
    private static final String PREFIX = "form:";

    private Forms() {}

    static Modal asking(String command, String asks) {
        var field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH).setRequired(true)
                .setMaxLength(TextInput.MAX_VALUE_LENGTH).build();
        return Modal.create(PREFIX + command, asks).addComponents(Label.of(asks, field)).build();
    }

    /// The command whose form this is; null for a form that is not ours.
    static @Nullable String command(String id) {
        return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : null;
    }

    static String words(ModalInteraction sent) {
        var field = sent.getValue(FIELD);
        return field == null ? "" : field.getAsString();
    }
}
