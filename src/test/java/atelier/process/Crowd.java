package atelier.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// People on both platforms who write on and on, whether or not anybody is there to answer. Each message bears a word of its
/// own, which the model repeats, so that every answer can be told apart.
final class Crowd implements AutoCloseable {
    private final Town town;
    private final int people;
    private final long pauseNanos;
    private final List<Said> said = Collections.synchronizedList(new ArrayList<>());
    private final Thread talking = Thread.ofPlatform().daemon().name("crowd").unstarted(this::talk);
    private final BooleanSupplier isBehind;
    private volatile boolean isQuiet;

    /// One message.
    ///
    /// @param token       the word that only this message bears
    /// @param interaction of Discord; null on Telegram
    record Said(String token, String person, @Nullable String interaction) {
        boolean onDiscord() {
            return interaction != null;
        }
    }

    /// @param people    on each platform
    /// @param perSecond messages, on both platforms together
    /// @param isBehind   whether so many wait for an answer that nobody wants to ask more
    Crowd(Town town, int people, int perSecond, BooleanSupplier isBehind) {
        this.isBehind = isBehind;
        this.town = town;
        this.people = people;
        this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void start() {
        talking.start();
    }

    int count() {
        return said.size();
    }

    List<Said> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    private void talk() {
        for (var number = 0; !isQuiet;) {
            if (!isBehind.getAsBoolean()) {
                say(number++);
            }
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private void say(int number) {
        var token = String.format(Locale.ROOT, "T%06d", number);
        var person = "p" + (number / 2) % people;
        var words = "```python\nprint(\"" + token + "\")\n```";
        if (number % 2 == 0) {
            town.telegram.says(person, "/explain " + words);
            said.add(new Said(token, person, null));
        } else {
            said.add(new Said(token, person, town.discord.commands(person, "explain", Map.of("prompt", words))));
        }
    }

    /// Nobody says anything any more.
    void hush() {
        isQuiet = true;
        try {
            talking.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hush();
    }
}
