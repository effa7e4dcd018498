package atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutboundGovernorTest {
    private final Hand clock = new Hand();
    private final OutboundGovernor governor = new OutboundGovernor(clock, clock::move, 30,
            key -> key.startsWith("-") ? OutboundGovernor.Pace.TELEGRAM_GROUP : OutboundGovernor.Pace.TELEGRAM_PRIVATE);

    @Test
    void aPrivateChatIsEditedOnceASecond() {
        assertThat(edits("7", Duration.ofSeconds(20), Duration.ofMillis(50))).isBetween(18, 20);
    }

    @Test
    void aGroupIsEditedEveryThreeSecondsAndNeverMoreThanTwentyTimesAMinute() throws InterruptedException {
        var calls = new ArrayDeque<Long>();
        var random = new Random(1);
        var lastEdit = -10_000L;
        for (var step = 0; step < 20_000; step++) {
            clock.move(Duration.ofMillis(random.nextInt(100)));
            var called = governor.tryMiddleEdit("-9");
            if (called) {
                assertThat(clock.millis() - lastEdit).isGreaterThanOrEqualTo(3000);
                lastEdit = clock.millis();
            } else if (random.nextInt(200) == 0) {
                governor.awaitFinal("-9");
                called = true;
            }
            if (called) {
                calls.add(clock.millis());
                calls.removeIf(at -> at <= clock.millis() - 60_000);
                assertThat(calls).hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    @Test
    void aFinalFollowsTheFirstSignAtOnceButKeepsThePaceBehindAnEdit() throws InterruptedException {
        governor.awaitFinal("7");
        governor.awaitFinal("7");
        assertThat(clock.millis()).isZero();

        clock.move(Duration.ofSeconds(2));
        assertThat(governor.tryMiddleEdit("7")).isTrue();
        clock.move(Duration.ofMillis(300));
        governor.awaitFinal("7");
        assertThat(clock.millis()).isEqualTo(3000);
    }

    @Test
    void finalsWaitAndAreNeverShed() throws InterruptedException {
        for (var call = 0; call < 10; call++) {
            governor.awaitFinal("7");
        }

        assertThat(clock.millis()).isBetween(6900L, 7100L);
    }

    @Test
    void nothingGoesOutDuringAPenalty() throws InterruptedException {
        governor.penalty("7", Duration.ofSeconds(30));

        for (var second = 0; second < 29; second++) {
            clock.move(Duration.ofSeconds(1));
            assertThat(governor.tryMiddleEdit("7")).isFalse();
        }
        assertThat(governor.penaltyLeft("7")).isEqualTo(Duration.ofSeconds(1));
        governor.awaitFinal("7");
        assertThat(clock.millis()).isEqualTo(30_000);
    }

    @Test
    void typingIsLeftOutBeforeItDelaysAnAnswer() throws InterruptedException {
        governor.awaitFinal("7");
        assertThat(governor.tryTyping("7")).isTrue();
        assertThat(governor.tryTyping("7")).isFalse();

        governor.awaitFinal("7");
        assertThat(clock.millis()).isZero();
    }

    @Test
    void aPenaltyInOneChatLeavesTheOthersAlone() {
        governor.penalty("7", Duration.ofSeconds(30));

        assertThat(governor.tryMiddleEdit("8")).isTrue();
    }

    @Test
    void manyStreamsLeaveRoomForEveryFinal() throws InterruptedException {
        var edits = 0;
        for (var chat = 0; chat < 60; chat++) {
            edits += governor.tryMiddleEdit(String.valueOf(chat)) ? 1 : 0;
        }
        assertThat(edits).isEqualTo(20);

        for (var chat = 60; chat < 70; chat++) {
            governor.awaitFinal(String.valueOf(chat));
        }
        assertThat(clock.millis()).as("the reserve takes ten finals at once").isZero();
    }

    @Test
    void nothingGoesOutAnywhereDuringAPenaltyOfTheWholeBot() throws InterruptedException {
        governor.penaltyForAll(Duration.ofSeconds(20));
        governor.penalty("7", Duration.ofSeconds(5));

        assertThat(governor.penaltyLeft("7")).isEqualTo(Duration.ofSeconds(20));
        for (var second = 0; second < 19; second++) {
            clock.move(Duration.ofSeconds(1));
            assertThat(governor.tryMiddleEdit("7")).isFalse();
            assertThat(governor.tryTyping("8")).isFalse();
        }
        governor.awaitFinal("9");
        assertThat(clock.millis()).isEqualTo(20_000);
        assertThat(governor.tryMiddleEdit("8")).isTrue();
    }

    @Test
    void howeverBusyItIsFinalsAreNeverShedAndNoCallFallsIntoAPenalty() throws InterruptedException {
        var random = new Random(7);
        var until = new HashMap<String, Long>();
        var finals = 0;
        var shed = 0;
        for (var step = 0; step < 20_000; step++) {
            clock.move(Duration.ofMillis(random.nextInt(40)));
            var chat = (random.nextBoolean() ? "-" : "") + random.nextInt(40);
            if (random.nextInt(500) == 0) {
                var penalty = Duration.ofMillis(random.nextInt(5_000));
                governor.penalty(chat, penalty);
                until.merge(chat, clock.millis() + penalty.toMillis(), Math::max);
            }
            var isFinal = random.nextInt(50) == 0;
            var isCalled = isFinal || (random.nextBoolean() ? governor.tryMiddleEdit(chat) : governor.tryTyping(chat));
            if (isFinal) {
                governor.awaitFinal(chat);
                finals++;
            }
            shed += isCalled ? 0 : 1;
            assertThat(isCalled && clock.millis() < until.getOrDefault(chat, 0L)).as("step %d", step).isFalse();
        }
        assertThat(finals).isGreaterThan(300);
        assertThat(shed).isGreaterThan(1000);
    }

    @Test
    void answersGrowInLongerStepsTheMoreTheBotHasToSay() throws InterruptedException {
        var calm = edits("7", Duration.ofSeconds(60), Duration.ofMillis(50));
        var busy = 0;
        for (var passed = 0; passed < 60_000; passed += 50) {
            for (var other = 0; other < 2 && passed % 100 == 0; other++) {
                governor.awaitFinal("other" + (passed / 50 + other) % 600);
            }
            busy += governor.tryMiddleEdit("8") ? 1 : 0;
            clock.move(Duration.ofMillis(50));
        }

        assertThat(calm).isBetween(55, 60);
        assertThat(busy).isLessThan(calm * 3 / 4);
    }

    @Test
    void noPlatformIsEditedFasterThanItTakesWell() {
        assertThat(OutboundGovernor.Pace.DISCORD.betweenEdits()).isGreaterThanOrEqualTo(Duration.ofMillis(1200));
        assertThat(OutboundGovernor.Pace.TELEGRAM_PRIVATE.betweenEdits())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(OutboundGovernor.Pace.TELEGRAM_GROUP.betweenEdits()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    private int edits(String chat, Duration length, Duration step) {
        var edits = 0;
        for (var passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(step)) {
            edits += governor.tryMiddleEdit(chat) ? 1 : 0;
            clock.move(step);
        }
        return edits;
    }

    /// A clock moved by hand.
    private static final class Hand implements TimeMeter {
        private long nanos;

        void move(Duration by) {
            nanos += by.toNanos();
        }

        long millis() {
            return nanos / 1_000_000;
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
