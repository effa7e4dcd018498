package atelier.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Spares people the wait for a server that keeps failing: after some failures in a row nobody is sent there for a while, then one
/// wish is let through to see. Thread-safe.
final class Breaker {
    private static final int FAILURES = 3;
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int failures;
    private @Nullable Instant until;
    private boolean probing;

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a wish may go there now. True obliges the caller to [#record] what came of it.
    synchronized boolean lets() {
        if (until == null) {
            return true;
        }
        if (probing || clock.instant().isBefore(until)) {
            return false;
        }
        probing = true;
        return true;
    }

    synchronized void record(Outcome outcome) {
        probing = false;
        switch (verdict(outcome)) {
            case WORKS -> {
                failures = 0;
                until = null;
            }
            case FAILS -> {
                failures++;
                if (failures >= FAILURES) {
                    until = clock.instant().plus(OPEN);
                }
            }
            case UNKNOWN -> {
                // Neither better nor worse than before.
            }
        }
    }

    private enum Verdict {
        WORKS, FAILS, UNKNOWN
    }

    private static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Verdict.WORKS;
            case Outcome.Broken(Trouble trouble, String _) -> switch (trouble.failure()) {
                case UNREACHABLE, TIMEOUT, INVALID -> Verdict.FAILS;
                // A lasting one is about this very wish: too long an answer, parameters the model does not take.
                case SERVER_ERROR, TRUNCATED -> trouble.passing() ? Verdict.FAILS : Verdict.WORKS;
                case MODEL_MISSING, UNAUTHORIZED, RATE_LIMITED, TOO_LONG, BLOCKED -> Verdict.WORKS;
                case NO_MODEL, CANCELLED -> Verdict.UNKNOWN;
            };
        };
    }
}
