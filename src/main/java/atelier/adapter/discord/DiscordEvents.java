package atelier.adapter.discord;

import atelier.chat.Attachment;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.Incoming;
import atelier.chat.Invocation;
import atelier.chat.Message;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people do at Discord, handed on as platform-free events. Every interaction is acknowledged before anything else:
/// Discord gives it three seconds.
final class DiscordEvents extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordEvents.class);
    private static final String PAUSED = "I am restarting. Please try again in a minute.";

    private final DiscordCommands commands;
    private final Receiver receiver;
    private final Consumer<Incoming> notStored;
    private final Suggestions suggestions;
    private final InstantSource clock;
    private volatile boolean paused;

    /// @param notStored tells the person of an event that could not be stored; Discord does not deliver it again
    DiscordEvents(DiscordCommands commands, Receiver receiver, Consumer<Incoming> notStored, Suggestions suggestions,
            InstantSource clock) {
        this.commands = commands;
        this.receiver = receiver;
        this.notStored = notStored;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    void pause() {
        paused = true;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (refusedWhilePaused(event)) {
            return;
        }
        var form = commands.form(event.getName());
        if (form != null && event.getOptions().isEmpty()) {
            event.replyModal(Forms.asking(event.getName(), form)).queue(null, DiscordEvents::tooLate);
            return;
        }
        var words = event.getOption(Forms.FIELD, "", OptionMapping::getAsString).strip();
        var secret = commands.secret(event.getName(), words);
        if (secret.isPresent()) {
            event.replyModal(Forms.asking(event.getName(), words, secret.get())).queue(null, DiscordEvents::tooLate);
            return;
        }
        var onlyForOne = commands.onlyForOne(event.getName());
        var answerable = acknowledged(event.deferReply(onlyForOne));
        var options = new LinkedHashMap<String, String>();
        var files = new ArrayList<Attachment>();
        for (var option : event.getOptions()) {
            if (option.getType() == OptionType.ATTACHMENT) {
                files.add(Reading.attachment(option.getAsAttachment()));
            } else {
                options.put(option.getName(), option.getAsString());
            }
        }
        receive(message(event, answerable, onlyForOne, new Invocation(event.getName(), options), files, null, null));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        var invocation = Forms.invocation(event);
        if (invocation == null || refusedWhilePaused(event)) {
            return;
        }
        var onlyForOne = commands.onlyForOne(invocation.command());
        var answerable = acknowledged(event.deferReply(onlyForOne));
        receive(message(event, answerable, onlyForOne, invocation, List.of(), null, null));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        var typed = event.getFocusedOption();
        var who = Reading.sender(event.getUser(), Reading.locale(event));
        event.replyChoiceStrings(suggested(who, event.getName(), typed.getName(), typed.getValue())).queue(null,
                DiscordEvents::tooLate);
    }

    private List<String> suggested(Sender who, String command, String option, String typed) {
        try {
            return suggestions.suggest(who, command, option, typed).stream()
                    .filter(one -> !one.isBlank() && one.length() <= OptionData.MAX_CHOICE_NAME_LENGTH).distinct()
                    .limit(OptionData.MAX_CHOICES).toList();
        } catch (RuntimeException failed) {
            LOG.warn("Nothing could be suggested for an option", failed);
            return List.of();
        }
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (refusedWhilePaused(event)) {
            return;
        }
        var answerable = acknowledged(event.deferReply());
        var target = event.getTarget();
        var invocation = new Invocation(commands.invocation(event.getName()), Map.of());
        receive(message(event, answerable, false, invocation, Reading.attachments(target), target.getId(),
                target.getContentRaw()));
    }

    private Message message(Interaction event, boolean answerable, boolean onlyForOne, Invocation invocation,
            List<Attachment> files, @Nullable String target,
            @Nullable String quoted) {
        var address = address(event, answerable)
                .with(Hints.OWNS_ORIGINAL, "yes");
        return new Message(event.getId(), Reading.chat(event), Reading.sender(event.getUser(), Reading.locale(event)),
                "", invocation, files, target, quoted, onlyForOne ? address.with(Hints.ONLY_FOR_ONE, "yes") : address,
                event.getTimeCreated().toInstant());
    }

    private ReplyAddress address(Interaction event, boolean answerable) {
        var application = event.getJDA().getSelfUser().getApplicationId();
        var address = Reading.address(event);
        return answerable ? Hints.living(address, event.getToken(), application, clock.instant()) : address;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (refusedWhilePaused(event)) {
            return;
        }
        var answerable = acknowledged(event.deferEdit());
        var shared = address(event, answerable);
        var address = event.getMessage().isEphemeral() ? shared.with(Hints.ONLY_FOR_ONE, "yes") : shared;
        receive(new ButtonPress(event.getId(), Reading.chat(event),
                Reading.sender(event.getUser(), Reading.locale(event)), event.getComponentId(), address,
                event.getTimeCreated().toInstant()));
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        var said = event.getMessage();
        if (paused || said.getAuthor().isBot() || said.isWebhookMessage() || said.getType().isSystem()
                || !isAddressed(said)) {
            return;
        }
        var self = said.getJDA().getSelfUser().getId();
        var chat = new Chat(Platform.DISCORD, said.getChannelId(), !said.isFromGuild());
        var text = Reading.withoutMention(said.getContentRaw(), self);
        var files = Reading.attachments(said);
        if (text.isEmpty() && files.isEmpty() && said.isFromGuild() && !mentions(said)) {
            return;
        }
        var answered = said.getReferencedMessage();
        var quoted = answered == null ? null : answered.getContentRaw();
        receive(new Message(said.getId(), chat, Reading.sender(said.getAuthor(), Reading.locale(said)), text, null,
                files,
                Reading.repliesTo(said), quoted, Reading.address(said, chat), said.getTimeCreated().toInstant()));
    }

    private static boolean isAddressed(net.dv8tion.jda.api.entities.Message said) {
        if (!said.isFromGuild() || mentions(said)) {
            return true;
        }
        var self = said.getJDA().getSelfUser().getIdLong();
        var answered = said.getReferencedMessage();
        if (answered != null && answered.getAuthor().getIdLong() == self) {
            return true;
        }
        return said.getChannel() instanceof ThreadChannel thread && thread.getOwnerIdLong() == self;
    }

    private static boolean mentions(net.dv8tion.jda.api.entities.Message said) {
        return said.getMentions().getUsers().contains(said.getJDA().getSelfUser());
    }

    private boolean refusedWhilePaused(IReplyCallback event) {
        if (paused) {
            event.reply(PAUSED).setEphemeral(true).queue(null, DiscordEvents::tooLate);
        }
        return paused;
    }

    private static void tooLate(Throwable refused) {
        LOG.debug("Discord did not take a quick answer: {}", Outcome.words(refused));
    }

    private static boolean acknowledged(RestAction<?> acknowledgement) {
        try {
            acknowledgement.complete();
            return true;
        } catch (RuntimeException refused) {
            LOG.warn("Discord did not take an acknowledgement ({}); the answer goes to the channel",
                    Outcome.words(refused));
            return false;
        }
    }

    private void receive(Incoming event) {
        try {
            receiver.receive(List.of(event));
        } catch (RuntimeException notKept) {
            LOG.error("An event could not be stored; the person is told", notKept);
            notStored.accept(event);
        }
    }
}
