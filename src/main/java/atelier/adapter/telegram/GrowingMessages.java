package atelier.adapter.telegram;

import atelier.chat.Button;
import atelier.chat.Delivery;
import atelier.chat.Limits;
import atelier.chat.OutboundGovernor;
import atelier.chat.ReplyAddress;
import atelier.chat.Splitter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Middle edits of messages: one under way at a time, none without change, and none behind the final one, which it could
/// overwrite.
final class GrowingMessages {
    private static final Logger log = LoggerFactory.getLogger(GrowingMessages.class);
    private static final int LOCKS = 256;

    private final TelegramSends sends;
    private final OutboundGovernor governor;
    private final Limits limits;
    private final List<ReentrantLock> locks = IntStream.range(0, LOCKS).mapToObj(index -> new ReentrantLock())
            .toList();
    private final Cache<String, String> shown = remembered();
    private final Cache<String, Boolean> finished = remembered();

    GrowingMessages(TelegramSends sends, OutboundGovernor governor, Limits limits) {
        this.sends = sends;
        this.governor = governor;
        this.limits = limits;
    }

    private static <V> Cache<String, V> remembered() {
        return Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofHours(1)).build();
    }

    /// Shows `text`, or leaves it out. Returns at once: a platform that is slow to answer must not hold up the work.
    void progress(ReplyAddress address, String text, List<Button> buttons) {
        if (address.messageId() == null || text.isBlank()
                || !governor.isEditDue(Place.of(address.chat()).chat())) {
            return;
        }
        Thread.ofVirtual().name("middle edit").start(() -> {
            var lock = lock(key(address));
            if (lock.tryLock()) {
                try {
                    edit(address, text, buttons);
                } finally {
                    lock.unlock();
                }
            }
        });
    }

    private void edit(ReplyAddress address, String text, List<Button> buttons) {
        var key = key(address);
        var chat = Place.of(address.chat()).chat();
        var state = text + buttons;
        if (finished.getIfPresent(key) != null || state.equals(shown.getIfPresent(key))
                || !governor.tryMiddleEdit(chat)) {
            return;
        }
        try {
            var end = limits.lengthOf(text) <= limits.text() ? text : Splitter.split(text, limits).getLast();
            sends.edit(address, Integer.parseInt(String.valueOf(address.messageId())), TelegramText.of(end), buttons);
            shown.put(key, state);
        } catch (TelegramApiException | RuntimeException e) {
            var fault = Fault.of(e);
            if (fault.kind() == Fault.Kind.SLOW_DOWN) {
                governor.penalty(chat, fault.delay());
            }
            log.debug("a middle edit was left out: {}", fault.why());
        }
    }

    /// Whether the final edit has been made.
    boolean isFinished(ReplyAddress address) {
        return finished.getIfPresent(key(address)) != null;
    }

    /// Runs the final edit behind every middle edit under way.
    Delivery finish(ReplyAddress address, Supplier<Delivery> edit) {
        var key = key(address);
        var lock = lock(key);
        lock.lock();
        try {
            var delivery = edit.get();
            if (delivery instanceof Delivery.Delivered) {
                finished.put(key, true);
            }
            return delivery;
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(String key) {
        return locks.get(Math.floorMod(key.hashCode(), LOCKS));
    }

    private static String key(ReplyAddress address) {
        return address.chat().id() + "/" + address.messageId();
    }
}
