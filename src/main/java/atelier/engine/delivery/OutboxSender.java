package atelier.engine.delivery;

import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.engine.port.Adapters;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Meters;
import atelier.engine.port.Outbox;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.engine.port.Wakes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what stands in the [Outbox]: in order within a chat, chats side by side.
public final class OutboxSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration WITHOUT_ADAPTER = Duration.ofMinutes(1);
    /// With [#patience], more than a day.
    private static final int MOST_ATTEMPTS = 1500;
    private static final int QUICK_ATTEMPTS = 20;
    private static final int MOST_FAULTS = 3;
    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MS = 1000;

    private final Outbox outbox;
    private final Doubts doubts;
    private final Adapters adapters;
    private final ArtifactStore artifacts;
    private final Meters meters;
    private final Wakes wakes;
    private final Transactions transactions;
    private final boolean isAlone;
    private final Semaphore news = new Semaphore(0);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    /// By chat: messages to be sent without looking for them, and signs to look.
    private final Map<String, Queue<Optional<Outbox.Entry>>> tasks = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean isClosed;

    public OutboxSender(Parts parts, Doubts doubts) {
        this.outbox = parts.outbox();
        this.doubts = doubts;
        this.adapters = parts.adapters();
        this.artifacts = parts.artifacts();
        this.meters = parts.meters();
        this.wakes = parts.wakes();
        this.transactions = parts.transactions();
        this.isAlone = parts.membership().isAlone();
    }

    /// Takes up what no living node is sending any more, in the current transaction.
    public void recover() {
        outbox.recover().forEach(doubts::raise);
        wake();
    }

    public void start() {
        wakes.on(Wakes.Matter.OUTBOX, news::release);
        Thread.ofVirtual().name("outbox").start(this::watch);
    }

    /// Puts a message into the outbox, in the current transaction, and sends it as soon as that has committed.
    void put(Outbox.Draft draft, boolean isRepeatable) {
        if (isAlone) {
            var handed = outbox.hand(draft, isRepeatable);
            transactions.afterCommit(() -> give(draft.address().chat(), handed));
        } else {
            outbox.add(draft, isRepeatable);
            transactions.afterCommit(this::wake);
        }
    }

    /// Something new stands in the outbox, for this node to send or for another.
    void wake() {
        news.release();
        wakes.wake(Wakes.Matter.OUTBOX);
    }

    private void give(Chat chat, Optional<Outbox.Entry> task) {
        if (adapters.sends(chat)) {
            tasks.compute(chat.key(), (_, known) -> {
                var queue = known == null ? new ConcurrentLinkedQueue<Optional<Outbox.Entry>>() : known;
                queue.add(task);
                return queue;
            });
            begin(chat);
        } else {
            task.ifPresent(entry -> outbox.later(entry.id(), Duration.ZERO));
        }
    }

    private void watch() {
        while (!isClosed) {
            try {
                look();
                if (news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void look() {
        try {
            outbox.chatsDue().stream().filter(adapters::sends).forEach(chat -> give(chat, Optional.empty()));
        } catch (RuntimeException failure) {
            if (!isClosed) {
                LOG.warn("the outbox cannot be read; trying again", failure);
            }
        }
    }

    private void begin(Chat chat) {
        if (busy.add(chat.key())) {
            try {
                workers.execute(() -> work(chat));
            } catch (RejectedExecutionException _) { // closed
                work(chat);
            }
        }
    }

    /// Until there is nothing to do, also for those who came while somebody was at it.
    private void work(Chat chat) {
        do {
            try {
                workOff(chat);
            } catch (RuntimeException failure) {
                LOG.warn("sending to {} broke off; it goes on later", chat.platform(), failure);
                rest();
            } finally {
                tasks.computeIfPresent(chat.key(), (_, left) -> left.isEmpty() ? null : left);
                busy.remove(chat.key());
            }
        } while (tasks.containsKey(chat.key()) && busy.add(chat.key()));
    }

    private void workOff(Chat chat) {
        var queue = tasks.getOrDefault(chat.key(), new ConcurrentLinkedQueue<>());
        for (var task = queue.poll(); task != null; task = queue.poll()) {
            if (isClosed) {
                task.ifPresent(entry -> outbox.later(entry.id(), Duration.ZERO)); // for the next process
            } else {
                task.ifPresentOrElse(this::send, () -> drain(chat));
            }
        }
    }

    private void drain(Chat chat) {
        while (!isClosed) {
            var entry = outbox.takeNext(chat);
            if (entry.isEmpty()) {
                return;
            }
            send(entry.get());
        }
    }

    private void send(Outbox.Entry entry) {
        var adapter = adapters.of(entry.draft().address());
        if (adapter.isEmpty()) {
            outbox.later(entry.id(), WITHOUT_ADAPTER);
            return;
        }
        var delivery = attempt(entry, adapter.get());
        meters.delivery(entry.draft().address().chat().platform(), delivery);
        recordSurely(entry, delivery);
    }

    /// A door's own mistake must not hold up its chat.
    private Delivery attempt(Outbox.Entry entry, ChatAdapter adapter) {
        try {
            return adapter.deliver(outgoing(entry));
        } catch (RuntimeException fault) {
            LOG.error("message {} broke its delivery", entry.id(), fault);
            return entry.repeatable() && entry.attempts() < MOST_FAULTS
                    ? new Delivery.Later(AFTER_FAULT, "a fault")
                    : new Delivery.Ambiguous("a fault");
        }
    }

    /// What became of a message must be stored before anything else is sent: one left as being sent blocks its chat.
    private void recordSurely(Outbox.Entry entry, Delivery delivery) {
        while (true) {
            try {
                record(entry, delivery);
                return;
            } catch (RuntimeException failure) {
                if (isClosed) {
                    throw failure;
                }
                LOG.warn("what became of message {} cannot be stored; trying again", entry.id(), failure);
                rest();
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// How long to wait for a platform that stays away: the longer it does, the less often it is tried.
    public static Duration patience(int attempts, Duration asked) {
        return attempts < QUICK_ATTEMPTS || asked.compareTo(SLOW) > 0 ? asked : SLOW;
    }

    private void record(Outbox.Entry entry, Delivery delivery) {
        switch (delivery) {
            case Delivery.Delivered(var message) -> outbox.sent(entry.id(), message);
            case Delivery.Later(var delay, var why) when entry.attempts() < MOST_ATTEMPTS -> {
                LOG.info("message {} waits {}: {}", entry.id(), delay, why);
                outbox.later(entry.id(), patience(entry.attempts(), delay));
            }
            case Delivery.Later(_, var why) -> giveUp(entry, why, false);
            case Delivery.Ambiguous(var why) -> giveUp(entry, why, true);
            case Delivery.Rejected(var why) when entry.draft().finishesOwn() -> {
                LOG.info("message {} to be finished is gone, sent anew: {}", entry.id(), why);
                outbox.sendAnew(entry.id(), adapters.isRepeatable(entry.draft().address(), false));
            }
            case Delivery.Rejected(var why) -> giveUp(entry, why, false);
        }
    }

    private void giveUp(Outbox.Entry entry, String why, boolean mayHaveArrived) {
        LOG.warn("message {} to {} is given up ({}): {}", entry.id(), entry.draft().address().chat().platform(),
                mayHaveArrived ? "ambiguous" : "refused", why);
        if (mayHaveArrived) {
            doubts.raise(entry);
        } else {
            outbox.giveUp(entry.id(), false);
        }
    }

    private Outgoing outgoing(Outbox.Entry entry) {
        var draft = entry.draft();
        var files = draft.files().stream()
                .map(file -> new OutgoingFile(file.name(), file.mediaType(), file.bytes(),
                        artifacts.path(file.sha256())))
                .toList();
        return new Outgoing("o" + entry.id(), draft.address(), draft.finishesOwn(), draft.text(), draft.buttons(),
                files);
    }

    /// Stops after the messages that are being sent; what is left is sent by the next process.
    @Override
    public void close() {
        isClosed = true;
        news.release();
        workers.close();
    }
}
