package atelier.adapter.telegram;

import atelier.chat.ButtonPress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Answers every press of a button once, so that its button stops spinning: with a notice, or after a while with nothing.
final class Spinners implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Spinners.class);
    private static final int LONGEST_NOTICE = 200;

    private final TelegramSends sends;
    private final Duration patience;
    private final Map<String, ScheduledFuture<?>> pending = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("telegram-spinners").factory());

    Spinners(TelegramSends sends, Duration patience) {
        this.sends = sends;
        this.patience = patience;
    }

    /// Begins to wait for a notice. Called before the press is handed on.
    void pressed(ButtonPress press) {
        var id = callback(press);
        pending.computeIfAbsent(id, fresh -> timer.schedule(() -> {
            if (pending.remove(fresh) != null) {
                Thread.ofVirtual().start(() -> answer(fresh, ""));
            }
        }, patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    void notice(ButtonPress press, String text) {
        var waiting = pending.remove(callback(press));
        if (waiting != null) {
            waiting.cancel(false);
        }
        var end = text.length() <= LONGEST_NOTICE
                ? text.length()
                : text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_NOTICE - 1));
        answer(callback(press), end == text.length() ? text : text.substring(0, end) + "…");
    }

    private void answer(String id, String text) {
        try {
            sends.answer(id, text);
        } catch (TelegramApiException | RuntimeException e) {
            log.debug("a press stays unanswered: {}", Fault.of(e).why());
        }
    }

    private static String callback(ButtonPress press) {
        return press.replyAt().hints().getOrDefault(UpdateReader.CALLBACK, "");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
