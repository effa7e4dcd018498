package atelier.process;

import atelier.standin.TelegramStandIn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;

/// Messages that each come from a chat of their own on Telegram, timed as the platform sees them: handed over, the bot's first
/// call into the chat, the finished answer.
final class Talks {
    private final Town town;
    private final Map<Long, Talk> talks = new ConcurrentHashMap<>();
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    /// One message and its moments, in nanoseconds.
    static final class Talk {
        private final long said = System.nanoTime();
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();

        double toFirst() {
            return (first.get() - said) / 1e6;
        }

        double toLast() {
            return (last.get() - said) / 1e6;
        }
    }

    Talks(Town town) {
        this.town = town;
        town.telegram.readBy(this::called);
        town.ollama.answersBy(request -> Tally.answerTo(lastToken(request.body())));
    }

    static String lastToken(String body) {
        var tokens = Tally.TOKEN.matcher(body).results().map(found -> found.group()).toList();
        return tokens.isEmpty() ? "T000000" : tokens.getLast();
    }

    private void called(TelegramStandIn.Call call) {
        var talk = talks.get(call.parameters().path("chat_id").asLong());
        if (talk == null) {
            return;
        }
        talk.first.compareAndSet(0, System.nanoTime());
        var text = call.parameters().path("text").asText();
        if (text.contains("Answer to") && !text.contains("▌") && talk.last.compareAndSet(0, System.nanoTime())) {
            answered.incrementAndGet();
        }
    }

    /// Somebody new says something.
    void say() {
        var number = said.incrementAndGet();
        var message = town.telegram.inPrivate("c" + number).put("text",
                "/explain ```python\nprint(\"T%06d\")\n```".formatted(number));
        talks.put(message.path("chat").path("id").asLong(), new Talk());
        town.telegram.receives(message);
    }

    /// So many, so many a second.
    void say(int messages, int perSecond) {
        var begun = System.nanoTime();
        for (var message = 0; message < messages; message++) {
            say();
            LockSupport.parkNanos(begun + (message + 1) * 1_000_000_000L / perSecond - System.nanoTime());
        }
    }

    int waiting() {
        return said.get() - answered.get();
    }

    /// What the finished talks took, sorted; then forgets them.
    List<Talk> finished() {
        var done = talks.values().stream().filter(talk -> talk.last.get() > 0).toList();
        talks.clear();
        return done;
    }

    static double percentile(List<Talk> talks, double share, ToLongFunction<Talk> micros) {
        var sorted = talks.stream().mapToLong(micros).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000.0;
    }
}
