package atelier.adapter.discord;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.HashMemory;
import atelier.chat.Incoming;
import atelier.chat.Limits;
import atelier.chat.Message;
import atelier.chat.OutboundGovernor;
import atelier.chat.OutboundGovernor.Pace;
import atelier.chat.Outgoing;
import atelier.chat.Payment;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.language.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Discord as a chat. An answer to a command grows in the command's own reply, through its token for the first quarter of an
/// hour and as a message of the bot after that; an answer to words grows in a reply to them.
///
/// Facts: [Discord's developer documentation](https://docs.discord.com/developers), interactions, messages, rate limits.
public final class DiscordAdapter implements ChatAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
    private static final int CALLS_A_SECOND = 45;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final InvalidRequests invalid = new InvalidRequests(System::nanoTime);
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final DiscordSettings settings;
    private final DiscordCommands commands;
    private final OutboundGovernor governor;
    private final DiscordConnection connection;
    private final DiscordCalls calls;
    private final LiveEdits edits;
    private final Downloads downloads;
    private final Suggestions suggestions;
    private final Clock clock;
    private volatile @Nullable DiscordEvents events;

    /// @param slash       the commands to register
    /// @param onMessages  the commands in a message's menu
    /// @param suggestions answers while people type
    /// @param memory      remembers which commands were registered last
    /// @param leases      says which shards are this process's
    /// @param clock       what the life of an interaction is measured by
    public DiscordAdapter(DiscordSettings settings, List<SlashCommand> slash, List<MessageCommand> onMessages,
            Suggestions suggestions, HashMemory memory, ShardLeases leases, Clock clock) {
        this.suggestions = suggestions;
        this.settings = settings;
        this.clock = clock;
        governor = OutboundGovernor.onSystemTime(CALLS_A_SECOND, chat -> Pace.DISCORD);
        commands = new DiscordCommands(slash, onMessages, memory);
        var pacing = new Pacing(governor, invalid);
        connection = new DiscordConnection(settings, commands, pacing, leases, clock);
        calls = new DiscordCalls(connection::session, pacing, clock);
        edits = new LiveEdits(calls, governor);
        downloads = new Downloads(connection.client(), settings.baseUrl());
    }

    /// An adapter that has the bot to itself.
    public DiscordAdapter(DiscordSettings settings, List<SlashCommand> slash, List<MessageCommand> onMessages,
            Suggestions suggestions, HashMemory memory, Clock clock) {
        this(settings, slash, onMessages, suggestions, memory, ShardLeases.alone(), clock);
    }

    /// An adapter that suggests nothing while people type.
    public DiscordAdapter(DiscordSettings settings, List<SlashCommand> slash, List<MessageCommand> onMessages,
            HashMemory memory, Clock clock) {
        this(settings, slash, onMessages, Suggestions.none(), memory, clock);
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public void start(Receiver receiver) {
        var listener = new DiscordEvents(acknowledgements, commands, receiver, this::tellNotStored, suggestions,
                new PerkReader(settings.hasPerks(), clock), settings.botsHeard(), clock);
        events = listener;
        connection.start(listener);
    }

    @Override
    public boolean isConnected() {
        return connection.isConnected() && !invalid.isOpen();
    }

    /// How it stands with the connection, in one sentence for the operator.
    public String status() {
        return invalid.isOpen() ? "left alone for some minutes, as it turned too many calls away" : connection.status();
    }

    /// Where shards are shared, calls are made where one is connected.
    @Override
    public boolean sends() {
        return connection.canSend();
    }

    @Override
    public Optional<String> link(Chat chat, String server, String messageId) {
        return Optional
                .of("https://discord.com/channels/%s/%s/%s".formatted(server.isEmpty() ? "@me" : server, chat.id(),
                        messageId));
    }

    @Override
    public Limits limits(ReplyAddress address) {
        return DiscordText.LIMITS;
    }

    @Override
    public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
        var payload = Payload.of(DiscordText.newest(text), buttons, List.of());
        var event = Hints.of(address, Hints.EVENT);
        var nonce = event == null ? null : "o" + event;
        if (!awaited(address)) {
            throw new IllegalStateException("interrupted before the answer was opened");
        }
        var id = Hints.ownsOriginal(address)
                ? calls.finish(address, payload, nonce)
                : calls.send(address, payload, nonce);
        return address.owning(id);
    }

    @Override
    public void progress(ReplyAddress address, String text, List<Button> buttons) {
        if (address.messageId() != null) {
            edits.show(address, DiscordText.newest(text), buttons);
        }
    }

    @Override
    public Delivery deliver(Outgoing outgoing) {
        var address = outgoing.address();
        var finishes = finishes(address, outgoing.finishesOwn());
        if (finishes) {
            edits.finish(address);
        }
        var penalty = governor.penaltyLeft(address.chat().key());
        if (penalty.compareTo(LONGEST_WAIT) > 0) {
            return new Delivery.Later(penalty, "Discord asked to wait");
        }
        if (!awaited(address)) {
            return new Delivery.Later(Duration.ofSeconds(1), "stopping");
        }
        var payload = Payload.of(DiscordText.whole(outgoing.text()), outgoing.buttons(), outgoing.files());
        var repeatable = finishes || calls.sendsOnce(address);
        try {
            var id = finishes
                    ? calls.finish(address, payload, outgoing.id())
                    : calls.send(address, payload, outgoing.id());
            return new Delivery.Delivered(id);
        } catch (RuntimeException failed) {
            return Outcome.of(failed, repeatable);
        }
    }

    private static boolean finishes(ReplyAddress address, boolean finishesOwn) {
        return finishesOwn && (address.messageId() != null || Hints.ownsOriginal(address));
    }

    /// Messages of the bot carry a nonce; what is sent through an interaction's token cannot.
    @Override
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return finishes(address, finishesOwn) || calls.sendsOnce(address);
    }

    private boolean awaited(ReplyAddress address) {
        try {
            acknowledgements.await(address);
            governor.awaitFinal(address.chat().key());
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void notice(ButtonPress press, String text) {
        try {
            acknowledgements.await(press.replyAt());
            if (text.isEmpty()) {
                return; // the press was acknowledged, and there is nothing to say
            }
            calls.tellOne(press.replyAt(), Payload.of(DiscordText.newest(text), List.of(), List.of()));
        } catch (RuntimeException missed) {
            LOG.debug("A notice was not shown: {}", Outcome.words(missed));
        }
    }

    private static String notStored(Incoming what) {
        return Phrases.of(what.sender().locale()).say("door.not-stored");
    }

    private void tellNotStored(Incoming event) {
        try {
            switch (event) {
                case ButtonPress press -> notice(press, notStored(press));
                case Message message -> open(message.replyAt(), notStored(message), List.of());
                case Payment _ -> {
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("A person could not be told that nothing was stored: {}", Outcome.words(failed));
        }
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
        return downloads.open(attachment);
    }

    /// Where others are there to take over, events are stored until they do: what comes twice is handled once.
    @Override
    public void pause() {
        var listener = events;
        if (listener != null && !connection.handsOver()) {
            listener.pause();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
