package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {
    private static final Outcome DONE = new Outcome.Done("x", "m", 1, 1, 1, 0, 1);
    private static final Outcome LOST = broken(Failure.UNREACHABLE);
    private static final Outcome STOPPED = broken(Failure.CANCELLED);

    private final SettableClock clock = new SettableClock();
    private final Breaker local = Breaker.local(clock);
    private final Breaker cloud = Breaker.cloud(clock);

    private static Outcome broken(Failure failure) {
        return new Outcome.Broken(Trouble.lasting(failure, "trouble"), "");
    }

    private static void records(Breaker breaker, Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            assertThat(breaker.lets()).isTrue();
            breaker.record(outcome, Duration.ofMillis(10));
        }
    }

    private static void recordsInTurn(Breaker breaker, int times, Outcome... outcomes) {
        for (int i = 0; i < times; i++) {
            records(breaker, outcomes);
        }
    }

    private void opensFor(Breaker breaker, Duration span) {
        assertThat(breaker.lets()).isFalse();
        clock.advance(span.minusMillis(1));
        assertThat(breaker.lets()).isFalse();
        clock.advance(Duration.ofMillis(2));
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void threeFailuresInARowCloseALocalServerForHalfAMinute() {
        records(local, LOST, LOST, DONE, LOST, LOST, LOST);

        opensFor(local, Duration.ofSeconds(30));
    }

    @Test
    void halfOfTheLastTenFailingClosesALocalServerEvenWhenNoneFollowsAnother() {
        recordsInTurn(local, 4, DONE, LOST);
        records(local, DONE);
        assertThat(local.lets()).isTrue();

        local.record(LOST, Duration.ZERO);

        opensFor(local, Duration.ofSeconds(30));
    }

    @Test
    void fewerThanHalfFailingIsBorne() {
        recordsInTurn(local, 20, DONE, LOST, DONE);

        assertThat(local.lets()).isTrue();
    }

    @Test
    void halfOfTheLastTwentyFailingClosesACloudForAMinuteButThreeInARowDoNot() {
        recordsInTurn(cloud, 10, DONE);
        recordsInTurn(cloud, 9, LOST);
        assertThat(cloud.lets()).isTrue();

        cloud.record(LOST, Duration.ZERO);

        opensFor(cloud, Duration.ofSeconds(60));
    }

    @Test
    void answersThatBeginAfterMoreThanHalfAMinuteCountAgainstALocalServer() {
        for (int i = 0; i < 10; i++) {
            assertThat(local.lets()).isTrue();
            local.record(DONE, i % 2 == 0 ? Duration.ofSeconds(31) : Duration.ofSeconds(29));
        }

        opensFor(local, Duration.ofSeconds(30));
    }

    @Test
    void oneProbesAndWhenItWorksTwoMoreMustBeforeAllIsWell() {
        records(local, LOST, LOST, LOST);
        clock.advance(Duration.ofSeconds(31));

        assertThat(local.lets()).isTrue();
        assertThat(local.lets()).isFalse();
        local.record(DONE, Duration.ZERO);
        assertThat(local.lets()).isTrue();
        assertThat(local.lets()).isTrue();
        assertThat(local.lets()).isFalse();
        local.record(DONE, Duration.ZERO);
        local.record(DONE, Duration.ZERO);

        records(local, DONE, LOST, LOST, DONE, LOST);
        assertThat(local.lets()).isTrue();
    }

    @Test
    void aProbeThatFailsClosesItAnew() {
        records(local, LOST, LOST, LOST);
        clock.advance(Duration.ofSeconds(31));

        records(local, LOST);

        opensFor(local, Duration.ofSeconds(30));
    }

    @Test
    void aProbeStoppedByThePersonLeavesTheNextOneTheChance() {
        records(local, LOST, LOST, LOST);
        clock.advance(Duration.ofSeconds(31));

        records(local, STOPPED);
        assertThat(local.lets()).isTrue();
        local.forget();
        records(local, DONE);

        assertThat(local.lets()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "UNAUTHORIZED", "RATE_LIMITED", "TOO_LONG", "MODEL_MISSING", "OVER_BUDGET",
            "CANCELLED"})
    void whatIsNoFaultOfTheServerClosesNothing(Failure failure) {
        recordsInTurn(local, 20, broken(failure));

        assertThat(local.lets()).isTrue();
    }

    @Test
    void aServerThatFlapsForAThousandRoundsIsAlwaysFoundAgain() {
        for (int round = 0; round < 1000; round++) {
            records(local, LOST, LOST, LOST);
            assertThat(local.lets()).isFalse();
            clock.advance(Duration.ofSeconds(31));
            records(local, DONE, DONE, DONE);
        }
    }
}
