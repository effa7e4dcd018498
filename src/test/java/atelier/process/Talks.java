package atelier.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/// Messages of many people on Telegram, timed as the platform sees them: handed over, the bot's first call into the chat, the
/// finished answer. People come back after so many others.
final class Talks implements AutoCloseable {
    private static final int PEOPLE = 8000;

    final QuickTelegram telegram = new QuickTelegram(this::called);
    private final Map<Long, Talk> talks = new ConcurrentHashMap<>();
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    /// One message and its moments, in nanoseconds.
    static final class Talk {
        private final String token;
        private final long said = System.nanoTime();
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();

        private Talk(String token) {
            this.token = token;
        }

        double toFirst() {
            return (first.get() - said) / 1e6;
        }

        double toLast() {
            return (last.get() - said) / 1e6;
        }
    }

    Talks() throws IOException {}

    static String lastToken(String body) {
        for (var at = body.length() - 7; at >= 0; at--) {
            if (body.charAt(at) == 'T' && isNumber(body, at + 1, at + 7)) {
                return body.substring(at, at + 7);
            }
        }
        return "T000000";
    }

    private static boolean isNumber(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(Character::isDigit);
    }

    private void called(long chat, String text) {
        var talk = talks.get(chat);
        if (talk == null) {
            return;
        }
        talk.first.compareAndSet(0, System.nanoTime());
        if (text.contains(Tally.answerTo(talk.token)) && !text.contains("▌")
                && talk.last.compareAndSet(0, System.nanoTime())) {
            answered.incrementAndGet();
        }
    }

    /// Somebody says something.
    void say() {
        var number = said.incrementAndGet();
        var person = 1000 + number % PEOPLE;
        var talk = new Talk("T%06d".formatted(number));
        talks.put((long) person, talk);
        telegram.says(person, "/explain ```python\nprint(\"%s\")\n```".formatted(talk.token));
    }

    /// So many, so many a second.
    void say(int messages, int perSecond) {
        var begun = System.nanoTime();
        for (var message = 0; message < messages; message++) {
            say();
            LockSupport.parkNanos(begun + (message + 1) * 1_000_000_000L / perSecond - System.nanoTime());
        }
    }

    /// So many, each as soon as fewer than `atOnce` wait for their answer.
    void keepUp(int messages, int atOnce) {
        for (var message = 0; message < messages; message++) {
            while (waiting() >= atOnce) {
                LockSupport.parkNanos(200_000);
            }
            say();
        }
    }

    int waiting() {
        return said.get() - answered.get();
    }

    /// What the finished talks took; then forgets them.
    List<Talk> finished() {
        var done = talks.values().stream().filter(talk -> talk.last.get() > 0).toList();
        talks.clear();
        return done;
    }

    static double percentile(List<Talk> talks, double share, ToDoubleFunction<Talk> millis) {
        var sorted = talks.stream().mapToDouble(millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    @Override
    public void close() throws IOException {
        telegram.close();
    }
}
