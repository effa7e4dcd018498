package atelier.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Counts what goes into each chat and tells the bot to slow down, the way Telegram does.
final class TelegramPace {
    private static final int PENALTY_SECONDS = 3;

    private final int burst;
    private final int groupPerMinute;
    private final Map<Long, Deque<Long>> calls = new HashMap<>();
    private final Map<Long, Long> penalties = new HashMap<>();
    private int callsDuringPenalty;

    /// @param burst          calls a chat takes at once; one more comes free every second
    /// @param groupPerMinute calls a group takes in a minute
    TelegramPace(int burst, int groupPerMinute) {
        this.burst = burst;
        this.groupPerMinute = groupPerMinute;
    }

    /// Lets a call into `chat` through, or refuses it.
    synchronized void pass(long chat) {
        var now = System.currentTimeMillis();
        var penalty = penalties.getOrDefault(chat, 0L);
        if (now < penalty) {
            callsDuringPenalty++;
            throw tooMany((int) Math.ceilDiv(penalty - now, 1000L));
        }
        var recent = calls.computeIfAbsent(chat, fresh -> new ArrayDeque<>());
        recent.removeIf(at -> at <= now - 60_000);
        var window = burst * 1000L;
        var inWindow = recent.stream().filter(at -> at > now - window).count();
        if (inWindow >= 2L * burst || (chat < 0 && recent.size() >= groupPerMinute)) {
            slowDown(chat, PENALTY_SECONDS);
        }
        recent.add(now);
    }

    synchronized void slowDown(long chat, int seconds) {
        penalties.put(chat, System.currentTimeMillis() + seconds * 1000L);
        throw tooMany(seconds);
    }

    synchronized int callsDuringPenalty() {
        return callsDuringPenalty;
    }

    private static TelegramRefusal tooMany(int seconds) {
        return new TelegramRefusal(429, "Too Many Requests: retry after " + seconds, seconds);
    }
}
