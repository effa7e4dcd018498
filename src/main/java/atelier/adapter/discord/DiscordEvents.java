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
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.entitlement.GenericEntitlementEvent;
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

/// What people do at Discord, handed on as platform-free events. Every interaction is stored, then acknowledged: what a
/// person was shown as taken up is not forgotten by a crash. Discord gives three seconds for that; see [Acknowledgements].
final class DiscordEvents extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordEvents.class);
    private static final String PAUSED = "I am restarting. Please try again in a minute.";

    private final Acknowledgements acknowledgements;
    private final DiscordCommands commands;
    private final Receiver receiver;
    private final Consumer<Incoming> notStored;
    private final Suggestions suggestions;
    private final Set<String> botsHeard;
    private final InstantSource clock;
    private final PerkReader perks;
    private volatile boolean paused;

    /// @param acknowledgements what the calls that answer wait for
    /// @param botsHeard ids of the bots that are answered
    /// @param notStored tells the person of an event that could not be stored; Discord does not deliver it again
    DiscordEvents(Acknowledgements acknowledgements, DiscordCommands commands, Receiver receiver,
            Consumer<Incoming> notStored, Suggestions suggestions, Set<String> botsHeard, PerkReader perks,
            InstantSource clock) {
        this.perks = perks;
        this.acknowledgements = acknowledgements;
        this.commands = commands;
        this.receiver = receiver;
        this.notStored = notStored;
        this.suggestions = suggestions;
        this.botsHeard = Set.copyOf(botsHeard);
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
        var options = new LinkedHashMap<String, String>();
        var files = new ArrayList<Attachment>();
        for (var option : event.getOptions()) {
            if (option.getType() == OptionType.ATTACHMENT) {
                files.add(Reading.attachment(option.getAsAttachment()));
            } else {
                options.put(option.getName(), option.getAsString());
            }
        }
        receive(event, event.deferReply(onlyForOne),
                message(event, onlyForOne, new Invocation(event.getName(), options), files, null, null));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        var invocation = Forms.invocation(event);
        if (invocation == null || refusedWhilePaused(event)) {
            return;
        }
        var onlyForOne = commands.onlyForOne(invocation.command());
        receive(event, event.deferReply(onlyForOne), message(event, onlyForOne, invocation, List.of(), null, null));
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
        var target = event.getTarget();
        var invocation = new Invocation(commands.invocation(event.getName()), Map.of());
        receive(event, event.deferReply(), message(event, false, invocation, Reading.attachments(target),
                target.getId(), target.getContentRaw()));
    }

    private Message message(Interaction event, boolean onlyForOne, Invocation invocation,
            List<Attachment> files, @Nullable String target,
            @Nullable String quoted) {
        var address = address(event)
                .with(Hints.OWNS_ORIGINAL, "yes");
        return new Message(event.getId(), Reading.chat(event), Reading.sender(event),
                "", invocation, files, target, quoted, onlyForOne ? address.with(Hints.ONLY_FOR_ONE, "yes") : address,
                event.getTimeCreated().toInstant());
    }

    private ReplyAddress address(Interaction event) {
        var application = event.getJDA().getSelfUser().getApplicationId();
        return Hints.living(Reading.address(event), event.getToken(), application, clock.instant());
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (refusedWhilePaused(event)) {
            return;
        }
        var shared = address(event);
        var address = event.getMessage().isEphemeral() ? shared.with(Hints.ONLY_FOR_ONE, "yes") : shared;
        receive(event, event.deferEdit(), new ButtonPress(event.getId(), Reading.chat(event),
                Reading.sender(event), event.getComponentId(), address,
                event.getTimeCreated().toInstant()));
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        var said = event.getMessage();
        if (paused || isUnheard(said) || said.getType().isSystem()
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
        perks.seen(said, receiver);
        receive(new Message(said.getId(), chat, Reading.sender(said), text, null,
                files,
                Reading.repliesTo(said), quoted, Reading.address(said, chat), said.getTimeCreated().toInstant()));
    }

    /// Bots and webhooks, unless they are listed; never ourselves.
    private boolean isUnheard(net.dv8tion.jda.api.entities.Message said) {
        var author = said.getAuthor();
        return (author.isBot() || said.isWebhookMessage()) && (!botsHeard.contains(author.getId())
                || author.getIdLong() == said.getJDA().getSelfUser().getIdLong());
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

    /// People's roles and what they bought come with everything they do; news of purchases by themselves too.
    @Override
    public void onGenericEntitlement(GenericEntitlementEvent event) {
        perks.changed(event, receiver);
    }

    private void receive(Interaction event, RestAction<?> acknowledgement, Incoming what) {
        var stored = new AtomicBoolean();
        acknowledgements.around(event.getToken(), () -> acknowledge(acknowledgement), () -> {
            perks.seen(event, receiver);
            stored.set(store(what));
        });
        if (!stored.get()) {
            notStored.accept(what);
        }
    }

    private static void acknowledge(RestAction<?> acknowledgement) {
        try {
            acknowledgement.complete();
        } catch (RuntimeException refused) {
            LOG.warn("Discord did not take an acknowledgement ({}); the answer goes to the channel",
                    Outcome.words(refused));
        }
    }

    private void receive(Incoming event) {
        if (!store(event)) {
            notStored.accept(event);
        }
    }

    private boolean store(Incoming event) {
        try {
            receiver.receive(List.of(event));
            return true;
        } catch (RuntimeException notKept) {
            LOG.error("An event could not be stored; the person is told", notKept);
            return false;
        }
    }
}
