package atelier.generation;

import atelier.generation.turn.Turns.Ticket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has a wish stand in line before a server that is busy, and tells its person so.
final class TurnTaking {
    /// Turns come by themselves, or somebody says so; looking now and then makes up for what was not heard.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Queueing queueing;

    TurnTaking(Queueing queueing) {
        this.queueing = queueing;
    }

    /// How standing in line ended.
    sealed interface Result {
        /// It is one's turn until the ticket is closed.
        ///
        /// @param waited since the line was entered
        record Turn(Ticket ticket, Duration waited) implements Result {}

        /// It took longer than the patience.
        record GaveUp(int before) implements Result {}

        /// The person stopped.
        record Stopped() implements Result {}
    }

    /// @param patience null for as long as it takes
    Result await(Route.Candidate candidate, Request request, @Nullable Duration patience) {
        var began = System.nanoTime();
        var news = new Semaphore(0);
        var provider = candidate.provider();
        var ticket = queueing.turns().come(provider.place(), queueing.capacity().of(provider),
                request.terms().cause().priority(), news::release);
        Result result = new Result.Stopped();
        try (var _ = request.cancellation().onCancel(news::release)) {
            result = await(ticket, candidate.shown(), request, news,
                    patience == null ? Long.MAX_VALUE : patience.toNanos());
            if (result instanceof Result.Turn) {
                result = new Result.Turn(ticket, Duration.ofNanos(System.nanoTime() - began));
            }
            return result;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return result;
        } finally {
            if (!(result instanceof Result.Turn)) {
                ticket.close();
            }
        }
    }

    private static Result await(Ticket ticket, String model, Request request, Semaphore news, long patience)
            throws InterruptedException {
        var began = System.nanoTime();
        var told = 0;
        while (true) {
            if (request.cancellation().isCancelled()) {
                return new Result.Stopped();
            }
            var before = ticket.before();
            if (before == 0) {
                return new Result.Turn(ticket, Duration.ZERO);
            }
            var left = patience - (System.nanoTime() - began);
            if (left <= 0) {
                return new Result.GaveUp(before);
            }
            if (before != told) {
                told = before;
                request.onWait().waits(model, before);
            }
            if (news.tryAcquire(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        }
    }

    /// Whether it would be this one's turn at once.
    boolean isFree(Route.Candidate candidate) {
        var provider = candidate.provider();
        try (var ticket = queueing.turns().come(provider.place(), queueing.capacity().of(provider), 0, () -> {})) {
            return ticket.before() == 0;
        }
    }

    Duration patience() {
        return queueing.patience();
    }
}
