package atelier.cli;

import atelier.adapter.discord.MessageCommand;
import atelier.adapter.discord.SecretForm;
import atelier.adapter.discord.SlashCommand;
import atelier.adapter.discord.SlashOption;
import atelier.adapter.telegram.BotCommand;
import atelier.engine.provider.ProviderRequest;
import atelier.intent.Command;
import atelier.intent.CommandTable;
import atelier.intent.CommandWords;
import atelier.intent.Option;
import atelier.language.Language;
import atelier.language.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one table of commands, in the shape each platform registers, in every language.
final class Commands {
    private static final int LONGEST_QUESTION = 45;

    private Commands() {}

    static List<BotCommand> telegram() {
        return CommandTable.available().stream()
                .map(command -> new BotCommand(command.name(), command.description(),
                        byCode(CommandWords.description(command)), isOfOneself(command)))
                .toList();
    }

    static List<SlashCommand> slash() {
        return CommandTable.available().stream().map(Commands::slash).toList();
    }

    /// The three that make something of a message somebody wrote.
    static List<MessageCommand> onMessages() {
        return Stream.of("review", "explain", "continue").map(name -> {
            var label = Sentence.of("command.on-message." + name);
            return new MessageCommand(label.inEnglish(), byTag(label), name);
        }).toList();
    }

    private static SlashCommand slash(Command command) {
        var description = CommandWords.description(command);
        var slash = new SlashCommand(command.name(), command.description(), byTag(CommandWords.name(command)),
                byTag(description), false,
                command.options().stream().map(option -> option(command, option)).toList());
        if (command.name().equals("provider")) {
            return slash.forOne().withSecret(new SecretForm(ProviderRequest::isAskingForKey,
                    Sentence.of("command.key-form.title"), Sentence.of("command.key-form.field")));
        }
        return switch (command.group()) {
            case CREATE, UNDERSTAND -> slash.withForm(command.description(), asked(command));
            case ACCOUNT -> slash.forOne();
            case SOUND, STEER, MODELS, CONVERSATION, HELP -> slash;
        };
    }

    /// What the form asks for, where a description is too long for one: what its words say.
    private static Map<String, String> asked(Command command) {
        var asked = byTag(CommandWords.description(command));
        var shorter = byTag(CommandWords.description(command, command.options().getFirst()));
        asked.replaceAll(
                (tag, text) -> text.length() > LONGEST_QUESTION ? shorter.getOrDefault(tag, text) : text);
        return asked;
    }

    private static SlashOption option(Command command, Option option) {
        var kind = switch (option.type()) {
            case STRING, NUMBER -> SlashOption.Kind.TEXT;
            case INTEGER -> SlashOption.Kind.WHOLE_NUMBER;
            case BOOLEAN -> SlashOption.Kind.YES_NO;
            case ATTACHMENT -> SlashOption.Kind.ATTACHMENT;
        };
        var plain = new SlashOption(option.name(), option.description(), kind, option.required(), option.choices())
                .in(byTag(CommandWords.name(option)), byTag(CommandWords.description(command, option)),
                        option.choices().stream().collect(Collectors.toMap(choice -> choice,
                                choice -> byTag(CommandWords.choice(choice)))));
        return option.name().equals("model") || option.name().equals("models") || command.name().equals("model")
                || command.name().equals("conversation")
                        ? plain.withSuggestions()
                        : plain;
    }

    /// Matters of one's own account, which nobody asks for before others.
    private static boolean isOfOneself(Command command) {
        return command.group() == Command.Group.ACCOUNT || command.name().equals("provider");
    }

    private static Map<String, String> byCode(Sentence sentence) {
        return Stream.of(Language.values()).filter(language -> language != Language.ENGLISH)
                .collect(Collectors.toMap(Language::code, language -> CommandWords.in(language, sentence)));
    }

    /// With the tags of English among them: without those, Discord falls back to whatever it likes.
    private static Map<String, String> byTag(Sentence sentence) {
        var byTag = new HashMap<String, String>();
        Stream.of(Language.values()).forEach(
                language -> tags(language).forEach(tag -> byTag.put(tag, CommandWords.in(language, sentence))));
        return byTag;
    }

    private static List<String> tags(Language language) {
        return switch (language) {
            case ENGLISH -> List.of("en-US", "en-GB");
            case GERMAN -> List.of("de");
            case SPANISH -> List.of("es-ES", "es-419");
            case FRENCH -> List.of("fr");
            case PORTUGUESE -> List.of("pt-BR");
            case RUSSIAN -> List.of("ru");
            case CHINESE -> List.of("zh-CN", "zh-TW");
        };
    }
}
