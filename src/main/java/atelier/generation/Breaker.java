package atelier.generation;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// Spares people the wait for a server that keeps failing: for a while nobody is sent there, then one wish is let through to see, and
/// after it two more before all is well again. Thread-safe.
///
/// - A server of the owner's own is left alone for 30 s after three failures in a row, or when half of its last 20 answers failed or
///   half of them took more than 30 s to the first text.
/// - A cloud is left alone for 60 s when half of its last 20 answers failed.
/// - Rates count from ten answers on.
///
/// Two breakers in a row, as one knows a single measure only: the first counts failures in a row and lets one probe through, the second
/// counts rates and wants three. They open together.
final class Breaker {
    private static final int WINDOW = 20;
    private static final int LEAST = 10;
    private static final int IN_A_ROW = 3;
    private static final int PROBES = 3;
    private static final Duration NEVER = Duration.ofDays(1);

    private final CircuitBreaker row;
    private final CircuitBreaker rates;

    private final Clock clock;
    private final Duration open;
    private int failed;
    private Instant since;

    private Breaker(Clock clock, Duration open, int inARow, Duration slow) {
        this.clock = clock;
        this.open = open;
        this.since = clock.instant();
        row = CircuitBreaker.of("row", settings(clock, open).slidingWindowSize(inARow).minimumNumberOfCalls(inARow)
                .failureRateThreshold(100).slowCallDurationThreshold(NEVER)
                .permittedNumberOfCallsInHalfOpenState(1).build());
        rates = CircuitBreaker.of("rates", settings(clock, open).slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST).failureRateThreshold(50).slowCallRateThreshold(50)
                .slowCallDurationThreshold(slow).permittedNumberOfCallsInHalfOpenState(PROBES).build());
    }

    static Breaker local(Clock clock) {
        return new Breaker(clock, Duration.ofSeconds(30), IN_A_ROW, Duration.ofSeconds(30));
    }

    static Breaker cloud(Clock clock) {
        return new Breaker(clock, Duration.ofSeconds(60), WINDOW, NEVER);
    }

    private static CircuitBreakerConfig.Builder settings(Clock clock, Duration open) {
        return CircuitBreakerConfig.custom().clock(clock).waitDurationInOpenState(open);
    }

    /// Whether a wish may go there now. True obliges the caller to [#record] what came of it, or to [#forget] it.
    synchronized boolean lets() {
        if (!row.tryAcquirePermission()) {
            return false;
        }
        if (!rates.tryAcquirePermission()) {
            row.releasePermission();
            return false;
        }
        return true;
    }

    /// Why nobody is sent there, and until when, such as `failed 3 times in a row, is asked again in 27 s`.
    synchronized String standing() {
        long left = Duration.between(clock.instant(), since.plus(open)).toSeconds();
        var again = left > 0 ? "is asked again in " + left + " s" : "is being asked whether it answers again";
        return (failed > 1 ? "failed " + failed + " times in a row, " : "failed or was slow too often, ") + again;
    }

    /// @param waited for the first text, loading left out
    synchronized void record(Outcome outcome, Duration waited) {
        boolean wasOpen = row.getState() == State.OPEN;
        switch (verdict(outcome)) {
            case WORKS -> {
                failed = 0;
                row.onSuccess(waited.toNanos(), TimeUnit.NANOSECONDS);
                rates.onSuccess(waited.toNanos(), TimeUnit.NANOSECONDS);
            }
            case FAILS -> {
                failed++;
                var failure = new IllegalStateException("failed");
                row.onError(0, TimeUnit.NANOSECONDS, failure);
                rates.onError(0, TimeUnit.NANOSECONDS, failure);
            }
            case UNKNOWN -> forget();
        }
        if (row.getState() == State.OPEN && rates.getState() != State.OPEN) {
            rates.transitionToOpenState();
        } else if (rates.getState() == State.OPEN && row.getState() != State.OPEN) {
            row.transitionToOpenState();
        }
        if (!wasOpen && row.getState() == State.OPEN) {
            since = clock.instant();
        }
    }

    /// The wish did not come to anything that says how the server is; another may probe in its place.
    synchronized void forget() {
        row.releasePermission();
        rates.releasePermission();
    }

    private enum Verdict {
        WORKS, FAILS, UNKNOWN
    }

    private static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Verdict.WORKS;
            case Outcome.Broken(Trouble trouble, _, _) -> switch (trouble.failure()) {
                case UNREACHABLE, LOST, TIMEOUT, INVALID -> Verdict.FAILS;
                // A lasting one is about this very wish: too long an answer, parameters the model does not take.
                case SERVER_ERROR, TRUNCATED -> trouble.passing() ? Verdict.FAILS : Verdict.WORKS;
                case MODEL_MISSING, UNAUTHORIZED, RATE_LIMITED, TOO_LONG, BLOCKED -> Verdict.WORKS;
                case NO_MODEL, OVER_BUDGET, CANCELLED -> Verdict.UNKNOWN;
            };
        };
    }
}
