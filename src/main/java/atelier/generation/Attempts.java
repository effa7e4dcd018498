package atelier.generation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Asks one candidate: the only retry loop there is, with the time limits and the breakers.
///
/// Trouble that may pass is tried once more, after as long as the server asks if that is no more than five seconds, or after a random
/// moment when it says nothing. One that asks to slow down without saying how long is left alone.
final class Attempts {
    private static final int TRIES = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_JITTER = Duration.ofMillis(500);

    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Loads loads = new Loads();
    private final Health health;
    private final TimeLimits limits;
    private final InstantSource clock;

    Attempts(Health health, TimeLimits limits, InstantSource clock) {
        this.health = health;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param cloudBehind whether a cloud model can answer instead
    Outcome ask(Route.Candidate candidate, Request request, boolean cloudBehind, LocalFirstRouter.Deadline deadline) {
        Breaker breaker = breakers.computeIfAbsent(candidate.provider().id(), id -> new Breaker(clock));
        for (int tries = 1;; tries++) {
            if (!breaker.lets()) {
                return broken(Trouble.lasting(Failure.UNREACHABLE, "failed too often just now"));
            }
            Outcome outcome = once(candidate, request, cloudBehind, deadline, breaker);
            if (!(outcome instanceof Outcome.Broken(Trouble trouble, String partial)) || !partial.isEmpty()) {
                return outcome;
            }
            Duration pause = pause(trouble);
            if (tries == TRIES || !trouble.passing() || pause.compareTo(LONGEST_PAUSE) > 0) {
                note(candidate, trouble);
                return outcome;
            }
            if (stoppedDuring(pause, request.cancellation())) {
                return broken(Trouble.lasting(Failure.CANCELLED, "stopped"));
            }
        }
    }

    private Outcome once(Route.Candidate candidate, Request request, boolean cloudBehind,
            LocalFirstRouter.Deadline deadline, Breaker breaker) {
        Outcome outcome = broken(Trouble.lasting(Failure.CANCELLED, "stopped"));
        try {
            outcome = loadedAndAsked(candidate, request, cloudBehind, deadline);
            return outcome;
        } finally {
            breaker.record(outcome); // also when the reader of the text threw
        }
    }

    private Outcome loadedAndAsked(Route.Candidate candidate, Request request, boolean cloudBehind,
            LocalFirstRouter.Deadline deadline) {
        Duration left = deadline.left();
        if (left.isZero()) {
            return broken(Trouble.lasting(Failure.TIMEOUT, "no time left"));
        }
        var ask = new Ask(candidate.model().name(), candidate.prompt(request.prompt()), request.onText(),
                request.cancellation(),
                firstToken(candidate, cloudBehind), limits.idle(), left);
        if (candidate.isCold() && cloudBehind) {
            health.note(candidate.model(), Model.State.LOADING);
            Loads.Result result = loads.load(candidate, ask, limits.loading());
            if (result != Loads.Result.OVER) {
                return broken(result == Loads.Result.STOPPED
                        ? Trouble.lasting(Failure.CANCELLED, "stopped")
                        : Trouble.lasting(Failure.TIMEOUT, "still loading"));
            }
        }
        return candidate.provider().generate(ask);
    }

    private Duration firstToken(Route.Candidate candidate, boolean cloudBehind) {
        if (!candidate.provider().isLocal()) {
            return limits.cloudFirstToken();
        }
        return candidate.isCold() && !cloudBehind ? limits.loading() : limits.localFirstToken();
    }

    private static Duration pause(Trouble trouble) {
        Duration asked = trouble.retryAfter();
        if (asked != null) {
            return asked;
        }
        return trouble.failure() == Failure.RATE_LIMITED
                ? Duration.ofDays(1)
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_JITTER.toMillis()));
    }

    private void note(Route.Candidate candidate, Trouble trouble) {
        if (trouble.passing()
                && (trouble.failure() == Failure.RATE_LIMITED || trouble.failure() == Failure.SERVER_ERROR)) {
            health.note(candidate.model(), Model.State.BUSY);
        }
    }

    private static boolean stoppedDuring(Duration pause, Cancellation cancellation) {
        var stopped = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(stopped::countDown)) {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Outcome broken(Trouble trouble) {
        return new Outcome.Broken(trouble, "");
    }
}
