package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Outcome DONE = new Outcome.Done("x", "m", 1, 1, 1, 0, 1);
    private static final Outcome LOST = new Outcome.Broken(Trouble.lasting(Failure.UNREACHABLE, "offline"), "");
    private static final Outcome STOPPED = new Outcome.Broken(Trouble.lasting(Failure.CANCELLED, "stopped"), "");
    private static final Outcome BLOCKED = new Outcome.Broken(Trouble.lasting(Failure.BLOCKED, "content"), "");

    private final SettableClock clock = new SettableClock();
    private final Breaker breaker = new Breaker(clock);

    private void records(Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            assertThat(breaker.lets()).isTrue();
            breaker.record(outcome);
        }
    }

    @Test
    void threeFailuresInARowOpenItForHalfAMinute() {
        records(LOST, LOST, DONE, LOST, LOST, LOST);

        assertThat(breaker.lets()).isFalse();
        clock.advance(Duration.ofSeconds(29));
        assertThat(breaker.lets()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void onlyOneProbesAndItsFailureOpensAnew() {
        records(LOST, LOST, LOST);
        clock.advance(Duration.ofSeconds(30));

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
        breaker.record(LOST);
        assertThat(breaker.lets()).isFalse();
    }

    @Test
    void aProbeStoppedByThePersonLeavesTheNextOneTheChance() {
        records(LOST, LOST, LOST);
        clock.advance(Duration.ofSeconds(30));

        records(STOPPED, DONE);

        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void refusedContentIsNoFailureOfTheServer() {
        records(BLOCKED, BLOCKED, BLOCKED, BLOCKED);

        assertThat(breaker.lets()).isTrue();
    }
}
