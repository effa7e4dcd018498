package atelier.intent;

import java.util.List;

/// One command of the bot.
///
/// @param name        lower case, at most 32 characters, without the slash
/// @param description at most 100 characters
/// @param options     required ones first, at most 25
/// @param group       heading it stands under in help
/// @param available   whether it does something today; others are understood but not registered at platforms
public record Command(String name, String description, List<Option> options, Group group, boolean available) {
    /// Headings of the help.
    public enum Group {
        CREATE, UNDERSTAND, SOUND, STEER, MODELS, CONVERSATION, ACCOUNT, HELP
    }

    public Command {
        options = List.copyOf(options);
    }
}
