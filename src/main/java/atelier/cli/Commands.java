package atelier.cli;

import atelier.adapter.discord.SecretForm;
import atelier.adapter.discord.SlashCommand;
import atelier.adapter.discord.SlashOption;
import atelier.adapter.telegram.BotCommand;
import atelier.engine.provider.ProviderRequest;
import atelier.intent.Command;
import atelier.intent.CommandTable;
import atelier.intent.Option;
import java.util.List;
import java.util.Map;

/// The one table of commands, in the shape each platform registers.
final class Commands {
    private Commands() {}

    static List<BotCommand> telegram() {
        return CommandTable.available().stream().map(command -> new BotCommand(command.name(), command.description()))
                .toList();
    }

    static List<SlashCommand> slash() {
        return CommandTable.available().stream().map(Commands::slash).toList();
    }

    private static SlashCommand slash(Command command) {
        var slash = SlashCommand.of(command.name(), command.description(),
                command.options().stream().map(option -> option(command, option)).toArray(SlashOption[]::new));
        if (command.name().equals("provider")) {
            return slash.forOne().withSecret(new SecretForm(ProviderRequest::isAskingForKey, "A provider's key",
                    "The key; I keep it encrypted"));
        }
        return switch (command.group()) {
            case CREATE, UNDERSTAND -> slash.withForm(command.description());
            case ACCOUNT -> slash.forOne();
            case SOUND, STEER, MODELS, CONVERSATION, HELP -> slash;
        };
    }

    private static SlashOption option(Command command, Option option) {
        var kind = switch (option.type()) {
            case STRING, NUMBER -> SlashOption.Kind.TEXT;
            case INTEGER -> SlashOption.Kind.WHOLE_NUMBER;
            case BOOLEAN -> SlashOption.Kind.YES_NO;
            case ATTACHMENT -> SlashOption.Kind.ATTACHMENT;
        };
        var plain = new SlashOption(option.name(), option.description(), Map.of(), kind, option.required(),
                option.choices());
        return option.name().equals("model") || option.name().equals("models") || command.name().equals("model")
                || command.name().equals("conversation")
                        ? plain.withSuggestions()
                        : plain;
    }
}
