package atelier.adapter.discord;

import atelier.chat.HashMemory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot's commands, told to Discord only when they changed: registering has a daily limit.
final class DiscordCommands {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordCommands.class);

    private final List<SlashCommand> slash;
    private final List<MessageCommand> onMessages;
    private final HashMemory memory;

    DiscordCommands(List<SlashCommand> slash, List<MessageCommand> onMessages, HashMemory memory) {
        this.slash = List.copyOf(slash);
        this.onMessages = List.copyOf(onMessages);
        this.memory = memory;
    }

    boolean onlyForOne(String name) {
        return slash.stream().anyMatch(command -> command.name().equals(name) && command.onlyForOne());
    }

    /// What the form of this command asks for, in this language of Discord's; null where it has none.
    @Nullable
    String form(String name, DiscordLocale language) {
        for (var command : slash) {
            if (command.name().equals(name) && command.form() != null) {
                return command.forms().getOrDefault(language.getLocale(), command.form());
            }
        }
        return null;
    }

    /// The form of this command for a secret, where its words ask for one.
    Optional<SecretForm> secret(String name, String words) {
        return slash.stream().filter(command -> command.name().equals(name)).map(SlashCommand::secret)
                .filter(Objects::nonNull).filter(form -> form.isFor(words)).findFirst();
    }

    /// The invocation a message command stands for; its label where it is unknown.
    String invocation(String label) {
        return onMessages.stream().filter(command -> command.label().equals(label)).map(MessageCommand::command)
                .findFirst().orElse(label);
    }

    /// Replaces the registered set when it differs from what was registered last. Never throws: without the newest set
    /// the bot still talks, and the next connection tries again.
    void register(JDA jda) {
        try {
            var wanted = data();
            var hash = hash(wanted);
            var key = "discord.commands." + jda.getSelfUser().getApplicationId();
            if (!hash.equals(memory.last(key))) {
                jda.updateCommands().addCommands(wanted).complete();
                memory.remember(key, hash);
                LOG.info("Registered {} commands with Discord", wanted.size());
            }
        } catch (RuntimeException refused) {
            LOG.warn("Discord did not take the commands ({}); the next connection tries again",
                    Outcome.words(refused));
        }
    }

    private List<CommandData> data() {
        var all = new ArrayList<CommandData>();
        for (var command : slash) {
            var data = Commands.slash(command.name(), command.description());
            command.names().forEach((tag, name) -> data.setNameLocalization(DiscordLocale.from(tag), name));
            command.descriptions()
                    .forEach((tag, text) -> data.setDescriptionLocalization(DiscordLocale.from(tag), text));
            command.options().forEach(option -> data.addOptions(data(option)));
            all.add(data);
        }
        for (var command : onMessages) {
            var data = Commands.message(command.label());
            command.labels().forEach((tag, name) -> data.setNameLocalization(DiscordLocale.from(tag), name));
            all.add(data);
        }
        all.forEach(data -> data.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL));
        return all;
    }

    private static OptionData data(SlashOption option) {
        var type = switch (option.kind()) {
            case TEXT -> OptionType.STRING;
            case WHOLE_NUMBER -> OptionType.INTEGER;
            case YES_NO -> OptionType.BOOLEAN;
            case ATTACHMENT -> OptionType.ATTACHMENT;
        };
        var data = new OptionData(type, option.name(), option.description(), option.required(),
                option.suggested());
        option.names().forEach((tag, name) -> data.setNameLocalization(DiscordLocale.from(tag), name));
        option.descriptions().forEach((tag, text) -> data.setDescriptionLocalization(DiscordLocale.from(tag), text));
        option.choices().forEach(value -> {
            var choice = new Command.Choice(value, value);
            option.choiceNames().getOrDefault(value, Map.of())
                    .forEach((tag, name) -> choice.setNameLocalization(DiscordLocale.from(tag), name));
            data.addChoices(choice);
        });
        return data;
    }

    private static String hash(List<CommandData> commands) {
        var json = DataArray.fromCollection(commands).toJson();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
