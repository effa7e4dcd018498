package atelier.intent;

import atelier.language.Language;
import atelier.language.Phrases;
import atelier.language.Sentence;

/// How commands, their options and choices are called and described in every language.
public final class CommandWords {
    private CommandWords() {}

    /// As menus show it; what is typed at a platform without localised menus is [Command#name()] in every language.
    public static Sentence name(Command command) {
        return Sentence.of("command.name." + command.name());
    }

    /// At most 100 characters.
    public static Sentence description(Command command) {
        return Sentence.of("command.of." + command.name());
    }

    public static Sentence name(Option option) {
        return Sentence.of("command.option-name." + option.name());
    }

    /// At most 100 characters.
    public static Sentence description(Command command, Option option) {
        if (option.name().equals("prompt")) {
            return Sentence.of("command.prompt." + command.name());
        }
        var special = switch (option.name()) {
            case "file" -> command.group() == Command.Group.SOUND ? ".sound" : "";
            case "language" -> command.name().equals("code") ? ".code" : "";
            case String _ -> "";
        };
        return Sentence.of("command.option." + option.name() + special);
    }

    public static Sentence choice(String value) {
        return Sentence.of("command.choice." + value);
    }

    /// In one language.
    public static String in(Language language, Sentence sentence) {
        return sentence.in(Phrases.of(language));
    }
}
