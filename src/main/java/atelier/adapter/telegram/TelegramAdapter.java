package atelier.adapter.telegram;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.HashMemory;
import atelier.chat.Limits;
import atelier.chat.OutboundGovernor;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.WebhookRoute;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Telegram's door: long polling or a webhook in, typed calls of the Bot API out.
public final class TelegramAdapter implements ChatAdapter {
    private static final Logger log = LoggerFactory.getLogger(TelegramAdapter.class);
    private static final long LARGEST_UPLOAD = 50_000_000;
    private static final long LARGEST_DOWNLOAD = 20L << 20;
    /// An answer that comes sooner needs no sign that it is being written.
    private static final Duration TYPING_AFTER = Duration.ofMillis(700);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Limits LIMITS = new Limits(TelegramText.LONGEST, Limits.TextUnit.UTF16, 10, LARGEST_UPLOAD,
            LARGEST_UPLOAD, false);

    /// How patient the adapter is.
    ///
    /// @param answer  longest time Telegram may take to answer a call
    /// @param spinner how long a pressed button waits for a notice
    record Patience(Duration answer, Duration spinner) {
        static final Patience NORMAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(3));
    }

    private final TelegramSettings settings;
    private final Clock clock;
    private final BotApi api;
    private final Administrators administrators;
    private final TelegramSends sends;
    private final Tracks tracks;
    private final OutboundGovernor governor;
    private final Deliveries deliveries;
    private final GrowingMessages growing;
    private final Spinners spinners;
    private final Registration registration;
    private final @Nullable TelegramWebhook webhook;
    private final Status status = new Status();
    private final Stop stop = new Stop();
    private volatile @Nullable Poller poller;
    private volatile @Nullable Thread thread;

    /// @param memory where the hash of the command menu is kept
    /// @throws atelier.chat.UserFacingException when a webhook is wanted without a usable secret
    public TelegramAdapter(TelegramSettings settings, HashMemory memory, Clock clock) {
        this(settings, memory, clock, Patience.NORMAL, null);
    }

    /// @param tracks makes of recordings what the music player takes; without it they are voice messages
    /// @throws atelier.chat.UserFacingException when a webhook is wanted without a usable secret
    public TelegramAdapter(TelegramSettings settings, HashMemory memory, Clock clock, TrackMaker tracks) {
        this(settings, memory, clock, Patience.NORMAL, tracks);
    }

    TelegramAdapter(TelegramSettings settings, HashMemory memory, Clock clock, Patience patience) {
        this(settings, memory, clock, patience, null);
    }

    TelegramAdapter(TelegramSettings settings, HashMemory memory, Clock clock, Patience patience,
            @Nullable TrackMaker maker) {
        this.settings = settings;
        this.clock = clock;
        this.webhook = switch (settings.mode()) {
            case POLLING -> null;
            case WEBHOOK -> new TelegramWebhook(settings.webhookSecret());
        };
        this.api = new BotApi(settings);
        this.administrators = new Administrators(api);
        this.sends = new TelegramSends(settings, patience.answer());
        this.tracks = new Tracks(maker);
        this.governor = OutboundGovernor.onSystemTime(settings.callsPerSecond(),
                chat -> Place.isGroup(chat)
                        ? OutboundGovernor.Pace.TELEGRAM_GROUP
                        : OutboundGovernor.Pace.TELEGRAM_PRIVATE);
        this.deliveries = new Deliveries(sends, tracks, governor);
        this.growing = new GrowingMessages(sends, governor, LIMITS);
        this.spinners = new Spinners(sends, patience.spinner());
        this.registration = new Registration(api, settings, memory);
    }

    /// What the HTTP server has to host; empty when polling.
    public Optional<WebhookRoute> webhook() {
        return Optional.ofNullable(webhook);
    }

    /// Whether events arrive, and else what is wrong, in words for the operator.
    public String status() {
        return status.words();
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public void start(Receiver receiver) {
        thread = Thread.ofVirtual().name("telegram").start(() -> run(receiver));
    }

    private void run(Receiver receiver) {
        var addressed = registered();
        if (addressed.isEmpty()) {
            return;
        }
        var reader = new UpdateReader(addressed.get(), settings.botsHeard(), clock);
        Receiver storing = events -> {
            events.stream().filter(ButtonPress.class::isInstance).map(ButtonPress.class::cast)
                    .forEach(spinners::pressed);
            receiver.receive(events);
        };
        var route = webhook;
        if (route == null) {
            var polling = new Poller(api, reader, storing, new Checkouts(api, receiver), settings.pollTimeout(), status,
                    stop);
            poller = polling;
            polling.run();
        } else if (!stop.isSet()) {
            route.open(reader, storing, new Checkouts(api, receiver));
            status.up();
        }
    }

    private Optional<Addressed> registered() {
        for (var attempt = 1; !stop.isSet(); attempt++) {
            try {
                return Optional.of(registration.register());
            } catch (BotApiException e) {
                waitAgain(e.remedy(), e.retryAfter(), attempt);
            } catch (RuntimeException e) {
                log.error("registering with Telegram failed: {}", e.getClass().getSimpleName());
                waitAgain("registering failed; see the log", Duration.ZERO, attempt);
            }
        }
        return Optional.empty();
    }

    private void waitAgain(String why, Duration atLeast, int attempt) {
        if (!stop.isSet()) {
            status.down(why);
            log.warn("not connected to Telegram: {}", why);
            stop.within(atLeast.isPositive() ? atLeast : Poller.backoff(attempt));
        }
    }

    @Override
    public boolean isConnected() {
        return status.isUp();
    }

    @Override
    public Limits limits(ReplyAddress address) {
        return LIMITS;
    }

    @Override
    public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
        var chat = Place.of(address.chat()).chat();
        if (governor.penaltyLeft(chat).compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalStateException("Telegram asked to wait");
        }
        try {
            governor.awaitFinal(chat);
            var id = sends.send(address, TelegramText.of(text), buttons);
            var opened = address.owning(String.valueOf(id));
            Thread.ofVirtual().start(() -> type(opened, chat));
            return opened;
        } catch (TelegramApiException | RuntimeException e) {
            var fault = noted(chat, Fault.of(e));
            throw new IllegalStateException("Telegram took no first sign: " + fault.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the first sign");
        }
    }

    private void type(ReplyAddress address, String chat) {
        if (stop.within(TYPING_AFTER) || growing.isFinished(address) || !governor.tryTyping(chat)) {
            return;
        }
        try {
            sends.typing(address);
        } catch (TelegramApiException | RuntimeException e) {
            log.debug("no typing: {}", noted(chat, Fault.of(e)).why());
        }
    }

    @Override
    public void progress(ReplyAddress address, String text, List<Button> buttons) {
        growing.progress(address, text, buttons);
    }

    private Fault noted(String chat, Fault fault) {
        if (fault.kind() == Fault.Kind.SLOW_DOWN) {
            governor.penalty(chat, fault.delay());
        }
        return fault;
    }

    @Override
    public Delivery deliver(Outgoing outgoing) {
        return outgoing.finishesOwn()
                ? growing.finish(outgoing.address(), () -> deliveries.deliver(outgoing))
                : deliveries.deliver(outgoing);
    }

    @Override
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return finishesOwn && address.messageId() != null;
    }

    @Override
    public void notice(ButtonPress press, String text) {
        spinners.notice(press, text);
    }

    @Override
    public void forget(ReplyAddress address) {
        var message = address.inReplyTo();
        if (message == null) {
            return;
        }
        try {
            api.call("deleteMessage", Map.of("chat_id", Place.of(address.chat()).chat(), "message_id",
                    Long.valueOf(message)));
        } catch (BotApiException | RuntimeException e) {
            log.info("a message with a secret could not be deleted: {}", e.getMessage());
        }
    }

    @Override
    public boolean manages(Chat chat, String person) {
        return !chat.isPrivate() && administrators.has(chat, person);
    }

    /// Only messages of supergroups have an address, and only members can open it.
    @Override
    public Optional<String> link(Chat chat, String server, String messageId) {
        var group = Place.of(chat).chat();
        return group.startsWith("-100")
                ? Optional.of("https://t.me/c/%s/%s".formatted(group.substring(4), messageId))
                : Optional.empty();
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
        checkSize(attachment.bytes());
        try {
            var file = api.call("getFile", Map.of("file_id", attachment.reference()));
            checkSize(file.path("file_size").asLong(0));
            return api.download(file.path("file_path").asText());
        } catch (BotApiException e) {
            throw new IOException("Telegram does not hand the file out: " + e.getMessage());
        }
    }

    private static void checkSize(long bytes) throws IOException {
        if (bytes > LARGEST_DOWNLOAD) {
            throw new IOException("larger than the 20 MB a bot may fetch from Telegram");
        }
    }

    @Override
    public void pause() {
        stop.set();
        var polling = poller;
        if (polling != null) {
            polling.stop();
        }
        if (webhook != null) {
            webhook.shut();
        }
        status.down("paused");
    }

    @Override
    public void close() {
        pause();
        spinners.close();
        sends.close();
        tracks.close();
        api.close();
        try {
            var running = thread;
            if (running != null) {
                running.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
