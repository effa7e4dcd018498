package atelier.adapter.discord;

import atelier.chat.Attachment;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import org.jspecify.annotations.Nullable;

/// Discord's people, places and files as everybody else in the house knows them.
final class Reading {
    private Reading() {}

    static Chat chat(Interaction interaction) {
        var withBot = interaction.getContext() == InteractionContextType.BOT_DM;
        return new Chat(Platform.DISCORD, String.valueOf(interaction.getChannelId()), withBot,
                interaction.getChannelType().isThread());
    }

    static Sender sender(User user, Locale locale) {
        return sender(user, locale, Standing.UNKNOWN);
    }

    static Sender sender(User user, Locale locale, Standing standing) {
        return new Sender(Platform.DISCORD, user.getId(), user.getEffectiveName(), locale, standing);
    }

    /// Discord sends along with an interaction what its person is and may do there.
    static Sender sender(Interaction interaction) {
        var standing = interaction.isFromGuild() && interaction.getGuild() != null
                ? standing(interaction.getGuild(), interaction.getMember(), false)
                : Standing.UNKNOWN;
        return sender(interaction.getUser(), locale(interaction), standing);
    }

    static Sender sender(Message said) {
        var author = said.getAuthor();
        var isBot = author.isBot() || said.isWebhookMessage();
        var standing = said.isFromGuild()
                ? standing(said.getGuild(), said.getMember(), isBot)
                : new Standing("", Set.of(), false, isBot);
        // Discord tells a person's language with what they press and command, never with what they write.
        return new Sender(Platform.DISCORD, author.getId(), author.getEffectiveName(), locale(said), standing, true);
    }

    private static Standing standing(Guild guild, @Nullable Member member, boolean isBot) {
        return member == null || guild.isDetached()
                ? new Standing(guild.getId(), Set.of(), false, isBot)
                : new Standing(guild.getId(),
                        member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet()),
                        member.hasPermission(Permission.MANAGE_SERVER), isBot);
    }

    /// The person's own language, else the guild's, else English.
    static Locale locale(Interaction interaction) {
        if (interaction.getUserLocale() != DiscordLocale.UNKNOWN) {
            return interaction.getUserLocale().toLocale();
        }
        var guild = interaction.getGuild();
        return guild == null || guild.getLocale() == DiscordLocale.UNKNOWN
                ? Locale.ENGLISH
                : guild.getLocale().toLocale();
    }

    static Locale locale(Message message) {
        return message.isFromGuild() && message.getGuild().getLocale() != DiscordLocale.UNKNOWN
                ? message.getGuild().getLocale().toLocale()
                : Locale.ENGLISH;
    }

    static List<Attachment> attachments(Message message) {
        return message.getAttachments().stream().map(Reading::attachment).toList();
    }

    static Attachment attachment(Message.Attachment file) {
        var type = file.getContentType();
        return new Attachment(file.getFileName(), type == null ? "application/octet-stream" : type, file.getSize(),
                file.getUrl());
    }

    /// Where the answer to an interaction goes once its token has died.
    static ReplyAddress address(Interaction interaction) {
        return new ReplyAddress(chat(interaction), null, null,
                Map.of(Hints.EVENT, interaction.getId(), Hints.PERSON, interaction.getUser().getId()));
    }

    /// Where the answer to a message goes.
    static ReplyAddress address(Message message, Chat chat) {
        return new ReplyAddress(chat, null, message.getId(),
                Map.of(Hints.EVENT, message.getId(), Hints.PERSON, message.getAuthor().getId()));
    }

    /// The words without the bot's mention.
    static String withoutMention(String text, String self) {
        return text.replace("<@" + self + ">", "").replace("<@!" + self + ">", "").strip();
    }

    /// The id of the message this one replies to.
    static @Nullable String repliesTo(Message message) {
        var reference = message.getMessageReference();
        return reference == null || message.getType() != MessageType.INLINE_REPLY
                ? null
                : reference.getMessageId();
    }
}
