package atelier.chat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// One budget per chat for everything that goes out: sends, edits, typing. What can be missed is shed when the budget is
/// short, what must arrive waits for it, and nothing goes out while the platform told the bot to wait. Thread-safe.
public final class OutboundGovernor {
    /// What a chat may take.
    ///
    /// @param betweenEdits least time from one edit of a growing answer to the next
    /// @param burst        calls that may follow each other at once; one more comes free every second
    /// @param perMinute    most calls in any minute; 0 for no such limit
    public record Pace(Duration betweenEdits, int burst, int perMinute) {
        /// A private chat at Telegram.
        public static final Pace TELEGRAM_PRIVATE = new Pace(Duration.ofSeconds(1), 3, 0);
        /// A group at Telegram: 20 calls a minute.
        public static final Pace TELEGRAM_GROUP = new Pace(Duration.ofSeconds(3), 3, 20);
        /// Any chat at Discord.
        public static final Pace DISCORD = new Pace(Duration.ofMillis(1200), 4, 0);
    }

    /// How to let time pass; tests move their clock instead.
    @FunctionalInterface
    public interface Pause {
        /// Returns after `duration`.
        ///
        /// @throws InterruptedException when the thread is asked to end
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final int KEPT_FOR_FINALS = 3;
    /// How much longer growing answers wait between two edits where all of the bot's budget is used.
    private static final double MOST_STRETCH = 4;

    private final TimeMeter time;
    private final Pause pause;
    private final Function<String, Pace> paces;
    private final Bucket bot;
    private final long botReserve;
    private final long perSecond;
    private final AtomicLong botPenaltyUntil;
    private final Load load;
    private final LoadingCache<String, Lane> lanes;

    /// @param time      the clock that refills the budgets
    /// @param perSecond calls a second over all chats together
    /// @param paces     the pace of a chat by its key
    public OutboundGovernor(TimeMeter time, Pause pause, int perSecond, Function<String, Pace> paces) {
        this.time = time;
        this.pause = pause;
        this.paces = paces;
        this.bot = Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1))).build();
        this.botReserve = perSecond / 3;
        this.perSecond = perSecond;
        this.load = new Load(time);
        this.botPenaltyUntil = new AtomicLong(time.currentTimeNanos());
        this.lanes = Caffeine.newBuilder().ticker(time::currentTimeNanos).expireAfterAccess(Duration.ofHours(2))
                .build(this::lane);
    }

    /// A governor on the machine's own clock.
    public static OutboundGovernor onSystemTime(int perSecond, Function<String, Pace> paces) {
        return new OutboundGovernor(TimeMeter.SYSTEM_NANOTIME, Thread::sleep, perSecond, paces);
    }

    /// Takes budget for a middle edit; false when it should be left out. Leaves enough of the chat's and the bot's
    /// budget for what must arrive.
    public boolean tryMiddleEdit(String chatKey) {
        var lane = lanes.get(chatKey);
        synchronized (lane) {
            var now = time.currentTimeNanos();
            if (lane.nextEditAt - now > 0 || !takenWithoutNeed(lane)) {
                return false;
            }
            lane.nextFinalAt = now + lane.pace.betweenEdits().toNanos();
            lane.nextEditAt = now + (long) (lane.pace.betweenEdits().toNanos() * stretch());
            return true;
        }
    }

    /// Answers grow in longer steps the more the bot has to say: nothing longer up to half of its budget, the most at all of it.
    private double stretch() {
        var used = Math.min(1, load.perSecond() / perSecond);
        return 1 + (MOST_STRETCH - 1) * Math.max(0, 2 * used - 1);
    }

    /// Whether it is time for another middle edit, if there is budget for it. Takes none, and costs next to nothing.
    public boolean isEditDue(String chatKey) {
        var lane = lanes.get(chatKey);
        synchronized (lane) {
            return lane.nextEditAt - time.currentTimeNanos() <= 0;
        }
    }

    /// Takes budget for a typing sign; false when it should be left out.
    public boolean tryTyping(String chatKey) {
        var lane = lanes.get(chatKey);
        synchronized (lane) {
            return takenWithoutNeed(lane);
        }
    }

    private boolean takenWithoutNeed(Lane lane) {
        var calm = lane.waitingFinals == 0 && penaltyLeft(lane) <= 0 && lane.affordsMiddle();
        if (!calm || bot.getAvailableTokens() <= botReserve || !bot.tryConsume(1)) {
            return false;
        }
        lane.take();
        load.add();
        return true;
    }

    /// Waits until a call that must arrive may go out, and takes its budget. Keeps the chat's pace behind a middle edit.
    ///
    /// @throws InterruptedException when the thread is asked to end; no budget is taken then
    public void awaitFinal(String chatKey) throws InterruptedException {
        var lane = lanes.get(chatKey);
        change(lane, 1);
        try {
            for (var wait = takeOrWait(lane); wait > 0; wait = takeOrWait(lane)) {
                pause.sleep(Duration.ofNanos(wait));
            }
            awaitTurn(lane);
        } finally {
            change(lane, -1);
        }
    }

    /// Each caller is told its own turn in the bot's budget, so that however many wait, each wakes once.
    private void awaitTurn(Lane lane) throws InterruptedException {
        try {
            for (var wait = bot.consumeIgnoringRateLimits(1); wait > 0; wait = penaltyLeft(lane)) {
                pause.sleep(Duration.ofNanos(wait));
            }
        } catch (InterruptedException ending) {
            bot.addTokens(1);
            synchronized (lane) {
                lane.burst.addTokens(1);
                lane.minute.addTokens(1);
            }
            throw ending;
        }
    }

    private long penaltyLeft(Lane lane) {
        synchronized (lane) {
            var now = time.currentTimeNanos();
            return Math.max(lane.penaltyUntil - now, botPenaltyUntil.get() - now);
        }
    }

    private static void change(Lane lane, int waiting) {
        synchronized (lane) {
            lane.waitingFinals += waiting;
        }
    }

    private long takeOrWait(Lane lane) {
        synchronized (lane) {
            var now = time.currentTimeNanos();
            var wait = Math.max(Math.max(penaltyLeft(lane), lane.nextFinalAt - now), lane.untilAffordable());
            if (wait > 0) {
                return wait;
            }
            lane.take();
            load.add();
            lane.nextEditAt = now + lane.pace.betweenEdits().toNanos();
            return 0;
        }
    }

    /// Notes that the platform told the bot to keep away from this chat for `duration`; until then nothing goes out.
    public void penalty(String chatKey, Duration duration) {
        var lane = lanes.get(chatKey);
        synchronized (lane) {
            var until = time.currentTimeNanos() + duration.toNanos();
            lane.penaltyUntil = lane.penaltyUntil - until > 0 ? lane.penaltyUntil : until;
        }
    }

    /// Notes that the platform told the bot to keep away from everything.
    public void penaltyForAll(Duration duration) {
        var until = time.currentTimeNanos() + duration.toNanos();
        botPenaltyUntil.accumulateAndGet(until, (one, other) -> one - other > 0 ? one : other);
    }

    /// What is left of the penalty of this chat or of all; zero when there is none.
    public Duration penaltyLeft(String chatKey) {
        var lane = lanes.get(chatKey);
        synchronized (lane) {
            return Duration.ofNanos(Math.max(0, penaltyLeft(lane)));
        }
    }

    private Lane lane(String chatKey) {
        var pace = paces.apply(chatKey);
        return new Lane(pace, time);
    }

    /// How many calls went out within the last second or so.
    private static final class Load {
        private static final long SECOND = 1_000_000_000L;
        private final TimeMeter time;
        private long since;
        private int earlier;
        private int now;

        Load(TimeMeter time) {
            this.time = time;
            this.since = time.currentTimeNanos();
        }

        synchronized void add() {
            turn();
            now++;
        }

        synchronized double perSecond() {
            var passed = (double) turn() / SECOND;
            return earlier * (1 - passed) + now;
        }

        private long turn() {
            var passed = time.currentTimeNanos() - since;
            if (passed >= SECOND) {
                earlier = passed < 2 * SECOND ? now : 0;
                now = 0;
                since += passed / SECOND * SECOND;
            }
            return time.currentTimeNanos() - since;
        }
    }

    /// One chat's state; guarded by its own monitor.
    private static final class Lane {
        private final Pace pace;
        private final Bucket burst;
        private final Bucket minute;
        private long nextEditAt;
        private long nextFinalAt;
        private long penaltyUntil;
        private int waitingFinals;

        Lane(Pace pace, TimeMeter time) {
            this.pace = pace;
            this.burst = bucket(time, pace.burst(), 1, Duration.ofSeconds(1));
            // Half at once and half refilled in a minute: never more than the whole in any minute, wherever it begins.
            var half = pace.perMinute() == 0 ? 1_000_000 : pace.perMinute() / 2;
            this.minute = bucket(time, half, half, Duration.ofMinutes(1));
            this.nextEditAt = time.currentTimeNanos();
            this.nextFinalAt = nextEditAt;
            this.penaltyUntil = nextEditAt;
        }

        private static Bucket bucket(TimeMeter time, long capacity, long refill, Duration period) {
            return Bucket.builder().withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period)).build();
        }

        boolean affordsMiddle() {
            return burst.getAvailableTokens() > Math.min(1, pace.burst() - 1)
                    && minute.getAvailableTokens() > KEPT_FOR_FINALS;
        }

        long untilAffordable() {
            return Math.max(burst.estimateAbilityToConsume(1).getNanosToWaitForRefill(),
                    minute.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }

        void take() {
            burst.tryConsume(1);
            minute.tryConsume(1);
        }
    }
}
