package atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
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
