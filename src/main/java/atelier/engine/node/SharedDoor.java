package atelier.engine.node;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Limits;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.engine.port.Relay;
import atelier.engine.port.Wakes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A platform's door that several nodes have but one holds at a time: that one takes in events and sends, so that nothing is
/// asked of the platform twice and its limits are kept for all nodes together. The others ask the holder by the [Relay].
///
/// Where the platform calls us (webhooks), or hands each node a part of the events (shards), every node takes in, and still only
/// the holder sends.
public final class SharedDoor implements ChatAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SharedDoor.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /// For what was not heard of by news.
    private static final Duration LISTEN = Duration.ofSeconds(1);
    private static final Duration LOOK_WHILE_OPENED = Duration.ofMillis(250);
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(5);
    private static final int OPENED_AT_MOST = 3;

    private final Supplier<? extends ChatAdapter> doors;
    /// Never connected: answers what needs no connection. Where every node takes in, the one that does.
    private final ChatAdapter here;
    private final boolean takesInEverywhere;
    private final boolean takesIn;
    private final boolean mayHold;
    private final Membership membership;
    private final Relay relay;
    private final Wakes wakes;
    private final String lease;
    private final Semaphore asked = new Semaphore(0);
    /// Opens with the next news, which puts a new one in its place.
    private final AtomicReference<CountDownLatch> nextNews = new AtomicReference<>(new CountDownLatch(1));
    private volatile boolean isClosed;
    private volatile @Nullable ChatAdapter held;
    private volatile boolean isPaused;

    private SharedDoor(Supplier<? extends ChatAdapter> doors, boolean takesInEverywhere, boolean takesIn,
            boolean mayHold, Membership membership, Relay relay, Wakes wakes) {
        this.takesIn = takesIn;
        this.wakes = wakes;
        this.doors = doors;
        this.here = doors.get();
        this.takesInEverywhere = takesInEverywhere;
        this.mayHold = mayHold;
        this.membership = membership;
        this.relay = relay;
        this.lease = "door " + here.platform().name();
    }

    /// A door whose holder connects to the platform.
    ///
    /// @param doors   makes the platform's adapter, once for each time the door is taken
    /// @param mayHold whether this node may hold it at all
    public static SharedDoor connecting(Supplier<? extends ChatAdapter> doors, boolean mayHold, Membership membership,
            Relay relay, Wakes wakes) {
        return new SharedDoor(doors, false, false, mayHold, membership, relay, wakes);
    }

    /// A door the platform calls by itself, at whichever node.
    public static SharedDoor called(ChatAdapter door, boolean mayHold, Membership membership, Relay relay,
            Wakes wakes) {
        return new SharedDoor(() -> door, true, true, mayHold, membership, relay, wakes);
    }

    /// A door through which each node that may hold it takes in a part of what comes. It sees itself to which part that is.
    public static SharedDoor divided(ChatAdapter door, boolean mayHold, Membership membership, Relay relay,
            Wakes wakes) {
        return new SharedDoor(() -> door, true, mayHold, mayHold, membership, relay, wakes);
    }

    @Override
    public Platform platform() {
        return here.platform();
    }

    @Override
    public void start(Receiver receiver) {
        if (takesIn) {
            here.start(receiver);
        }
        wakes.on(Wakes.Matter.RELAY, () -> {
            asked.release();
            nextNews.getAndSet(new CountDownLatch(1)).countDown();
        });
        if (mayHold) {
            Thread.ofVirtual().name("door " + platform()).start(() -> keep(receiver));
        }
    }

    private void keep(Receiver receiver) {
        try {
            var looked = 0L;
            var sweptAt = System.nanoTime();
            do {
                var now = System.nanoTime();
                if (looked == 0 || now - looked >= LOOK.toNanos()) {
                    looked = now;
                    look(receiver);
                }
                if (now - sweptAt > Duration.ofMinutes(1).toNanos()) {
                    sweptAt = now;
                    safely(relay::sweep);
                }
                if (held != null && membership.hasOthers()) {
                    safely(this::serve);
                }
                if (asked.tryAcquire(LISTEN.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            } while (!isClosed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Receiver receiver) {
        safely(() -> {
            var door = held;
            var canSend = !takesInEverywhere || here.sends();
            if (!canSend && door != null && !isPaused) {
                membership.release(lease);
            }
            var isMine = canSend && !isPaused && membership.holds(lease);
            if (isMine && door == null) {
                LOG.info("this node now holds the door to {}", platform());
                var opened = doors.get();
                if (!takesInEverywhere) {
                    opened.start(receiver);
                }
                held = opened;
            } else if (!isMine && door != null && !isPaused) {
                LOG.warn("another node holds the door to {} now", platform());
                letGo(door);
            }
        });
    }

    private void letGo(ChatAdapter door) {
        held = null;
        if (!takesInEverywhere) {
            door.close();
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("something at a shared door failed, and it goes on: {}", failure.toString());
        }
    }

    /// What other nodes ask of the platform.
    private void serve() {
        var door = held;
        if (door == null) {
            return;
        }
        for (var request : relay.take(lease)) {
            Thread.ofVirtual().name("relay").start(() -> serve(door, request));
        }
    }

    private void serve(ChatAdapter door, Relay.Request request) {
        var address = request.address();
        try {
            switch (request.kind()) {
                case OPEN -> relay.answer(request.id(), door.open(address, request.words(), request.buttons()));
                case SHOW -> door.progress(address, request.words(), request.buttons());
                case FORGET -> door.forget(address);
            }
        } catch (RuntimeException refused) {
            LOG.info("{} asked by another node came to nothing: {}", request.kind(), refused.toString());
        }
    }

    /// Whether what stands in the outbox for this platform is for this node to send.
    @Override
    public boolean sends() {
        return held != null && membership.isTrusted();
    }

    @Override
    public boolean isConnected() {
        var door = held;
        return takesIn ? here.isConnected() : door == null ? membership.isHeld(lease) : door.isConnected();
    }

    @Override
    public Limits limits(ReplyAddress address) {
        return here.limits(address);
    }

    @Override
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return here.isRepeatable(address, finishesOwn);
    }

    @Override
    public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
        var door = held;
        return door != null ? door.open(address, text, buttons) : openedElsewhere(address, text, buttons);
    }

    private ReplyAddress openedElsewhere(ReplyAddress address, String text, List<Button> buttons) {
        var id = relay.ask(lease, Relay.Kind.OPEN, address, text, buttons);
        try {
            for (var round = 0; round < OPENED_AT_MOST; round++) {
                var until = System.nanoTime() + OPENED_WITHIN.toNanos();
                while (System.nanoTime() < until) {
                    var news = nextNews.get(); // before looking, so that none is missed
                    var opened = relay.opened(id);
                    if (opened.isPresent()) {
                        return opened.get();
                    }
                    var _ = news.await(LOOK_WHILE_OPENED.toMillis(), TimeUnit.MILLISECONDS);
                }
                if (relay.withdraw(id)) {
                    break;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("no node opened the answer");
    }

    @Override
    public void progress(ReplyAddress address, String text, List<Button> buttons) {
        var door = held;
        if (door != null) {
            door.progress(address, text, buttons);
        } else if (address.messageId() != null) {
            safely(() -> relay.ask(lease, Relay.Kind.SHOW, address, text, buttons));
        }
    }

    @Override
    public Delivery deliver(Outgoing outgoing) {
        var door = held;
        return door == null ? new Delivery.Later(LOOK, "another node holds the door") : door.deliver(outgoing);
    }

    @Override
    public void notice(ButtonPress press, String text) {
        var door = held;
        if (door != null) {
            door.notice(press, text);
        } else if (takesIn) {
            here.notice(press, text);
        }
    }

    @Override
    public void forget(ReplyAddress address) {
        var door = held;
        if (door != null) {
            door.forget(address);
        } else {
            relay.ask(lease, Relay.Kind.FORGET, address, "", List.of());
        }
    }

    @Override
    public boolean manages(Chat chat, String person) {
        var door = held;
        return (door == null ? here : door).manages(chat, person);
    }

    @Override
    public Optional<String> link(Chat chat, String server, String messageId) {
        return here.link(chat, server, messageId);
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
        var door = held;
        return (door == null ? here : door).fetch(attachment);
    }

    /// Others may take the door at once, where there are any; else it is kept to send what is left.
    @Override
    public void pause() {
        isPaused = true;
        if (takesIn) {
            here.pause();
        }
        var door = held;
        if (door != null) {
            door.pause();
            if (membership.hasOthers()) {
                safely(() -> membership.release(lease));
            }
        }
    }

    @Override
    public void close() {
        isPaused = true;
        isClosed = true;
        asked.release();
        var door = held;
        held = null;
        safely(() -> membership.release(lease));
        if (door != null && !takesInEverywhere) {
            door.close();
        }
        here.close();
    }
}
