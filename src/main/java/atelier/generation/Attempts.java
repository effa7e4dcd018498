package atelier.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks one candidate: the only retry loop there is, with the time limits and the breakers.
///
/// Trouble that may pass is tried once more, after as long as the server asks if that is no more than five seconds, or after a random
/// moment when it says nothing. One that asks to slow down without saying how long is left alone.
final class Attempts {
    private static final int TRIES = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_JITTER = Duration.ofMillis(500);
    /// People register and remove servers, so those not asked for long are forgotten.
    private static final int MOST_BREAKERS = 1_000;
    private static final Outcome STOPPED = broken(Failure.CANCELLED, "stopped");

    private final Cache<String, Breaker> breakers = Caffeine.newBuilder().maximumSize(MOST_BREAKERS).build();
    private final Loads loads;
    private final Cashier cashier;
    private final Health health;
    private final TimeLimits limits;
    private final Clock clock;

    Attempts(Cashier cashier, Health health, TimeLimits limits, Clock clock) {
        this.loads = new Loads(health);
        this.cashier = cashier;
        this.health = health;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param cloudBehind whether a cloud model can answer instead
    /// @param beside      how many others the server answers at the same time
    Outcome ask(Route.Candidate candidate, Request request, boolean cloudBehind, int beside,
            LocalFirstRouter.Deadline deadline) {
        Breaker breaker = breakers.get(candidate.provider().id(),
                id -> candidate.provider().isLocal() ? Breaker.local(clock) : Breaker.cloud(clock));
        for (int tries = 1;; tries++) {
            if (!breaker.lets()) {
                // Busy rather than gone: there is nothing to start, only to wait for.
                return broken(Failure.SERVER_ERROR, breaker.standing());
            }
            Outcome outcome = once(candidate, request, cloudBehind, beside, deadline, breaker);
            if (!(outcome instanceof Outcome.Broken(Trouble trouble, String partial, _)) || !partial.isEmpty()) {
                health.isFree(candidate.model());
                return outcome;
            }
            Duration pause = pause(trouble);
            if (tries == TRIES || !trouble.passing() || pause.compareTo(LONGEST_PAUSE) > 0) {
                note(candidate, trouble);
                return outcome;
            }
            if (stoppedDuring(pause, request.cancellation())) {
                return STOPPED;
            }
        }
    }

    private Outcome once(Route.Candidate candidate, Request request, boolean cloudBehind, int beside,
            LocalFirstRouter.Deadline deadline, Breaker breaker) {
        var ask = new Ask(candidate.model().name(), candidate.prompt(request.prompt()), request.onText(),
                request.cancellation(),
                firstToken(candidate, cloudBehind, beside), limits.idle(), deadline.left());
        Outcome outcome = STOPPED; // as far as the breaker hears when nothing was asked, or the reader of the text threw
        try {
            Outcome instead = instead(candidate, ask, cloudBehind);
            if (instead != null) {
                return instead;
            }
            outcome = called(candidate, ask, request.terms().cause());
            return outcome;
        } finally {
            breaker.record(outcome, waited(candidate, outcome));
        }
    }

    /// Why nobody is asked after all; null when the model may be.
    private @Nullable Outcome instead(Route.Candidate candidate, Ask ask, boolean cloudBehind) {
        if (ask.total().isZero()) {
            return broken(Failure.TIMEOUT, "no time left");
        }
        if (!candidate.isCold() || !cloudBehind) {
            return null;
        }
        return switch (loads.load(candidate, ask, limits.loading())) {
            case OVER -> null;
            case STILL_LOADING -> broken(Failure.TIMEOUT, "still loading");
            case STOPPED -> STOPPED;
        };
    }

    private Outcome called(Route.Candidate candidate, Ask ask, Terms.Cause cause) {
        if (!candidate.isCold()) {
            return cashier.call(candidate, ask, cause);
        }
        Cancellation.Registration loading = health.loading(candidate.model());
        try {
            return cashier.call(candidate, new Ask(ask.model(), ask.prompt(), text -> {
                loading.close();
                ask.onText().accept(text);
            }, ask.cancellation(), ask.firstToken(), ask.idle(), ask.total()), cause);
        } finally {
            loading.close();
        }
    }

    private static Duration waited(Route.Candidate candidate, Outcome outcome) {
        return outcome instanceof Outcome.Done done && !candidate.isCold()
                ? Duration.ofMillis(done.firstTokenMs())
                : Duration.ZERO;
    }

    /// Many a server at home takes wishes in, but answers them one by one: those who are asked beside others wait that much longer.
    private Duration firstToken(Route.Candidate candidate, boolean cloudBehind, int beside) {
        if (!candidate.provider().isLocal()) {
            return limits.cloudFirstToken();
        }
        return candidate.isCold() && !cloudBehind
                ? limits.loading()
                : limits.localFirstToken().multipliedBy(1L + beside);
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
            health.isBusy(candidate.model());
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

    private static Outcome broken(Failure failure, String reason) {
        return new Outcome.Broken(Trouble.lasting(failure, reason), "");
    }
}
