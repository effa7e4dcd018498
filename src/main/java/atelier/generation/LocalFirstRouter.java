package atelier.generation;

import atelier.language.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the owner's own models first and the cloud last.
///
/// - A model wished for by name is asked strictly: nobody else answers.
/// - Otherwise: the model the request prefers, the person's other local ones, their team's, the operator's, those of the configured
///   servers, then the clouds in the same order as far as the wish allows them ([Routes]). The next one is asked only while nothing has
///   been seen of an answer; what had been seen stays, with a [Answer.Failed].
/// - A model in which the prompt leaves no room for an answer is passed over ([ContextCheck]).
/// - Among local models of equal standing, experience says who is asked first ([Learned]).
/// - A server is asked for no more at once than it can answer; beyond that wishes stand in line, higher tiers first ([TurnTaking]). Where
///   another may answer instead, they wait a while only ([Queueing#patience]). No time limit counts what was waited.
/// - Each is tried twice at most, and the second time only when the trouble may have passed ([Attempts]).
/// - A local model that must be loaded first may take its long time when nobody stands behind it. When a cloud does, loading is begun
///   and waited for no longer than for a loaded model; it goes on while the cloud answers ([Loads]).
public final class LocalFirstRouter implements Router {
    private final Routes routes;
    private final Round.Means means;
    private final TimeLimits limits;
    private final Costs costs;
    private final TaskRanking ranking;

    /// @param preferred   local model to ask first, by name or `provider/name`; null for none
    /// @param cloudModels for each cloud provider, by its id, the model to ask
    public LocalFirstRouter(List<Provider> providers, Health health, @Nullable String preferred,
            Map<String, String> cloudModels, TimeLimits limits, Prices prices, Oversight oversight, Clock clock) {
        this.routes = new Routes(providers, health, preferred, cloudModels);
        this.costs = new Costs(prices, clock);
        this.means = new Round.Means(routes, new Attempts(new Cashier(costs, oversight), health, limits, clock),
                new TurnTaking(oversight.queueing()), health, costs);
        this.limits = limits;
        this.ranking = oversight.ranking();
    }

    @Override
    public Answer generate(Request request) {
        if (request.cancellation().isCancelled()) {
            return new Answer.Failed(Failure.CANCELLED, "", Sentences.stopped(), List.of());
        }
        var deadline = new Deadline(limits.job());
        return switch (permitted(routes.of(request), request.terms())) {
            case Route.Nobody(Failure failure, Sentence sentence, List<Answer.Skip> skipped) ->
                new Answer.Failed(failure, "", sentence, skipped);
            case Route.Try route -> new Round(means, request, route, learned(route, request), deadline).go();
        };
    }

    /// Without those that the terms leave out.
    private static Route permitted(Route route, Terms terms) {
        if (!(route instanceof Route.Try all) || terms.only().isEmpty()) {
            return route;
        }
        List<Route.Candidate> left = all.candidates().stream()
                .filter(candidate -> terms.allows(candidate.provider().id(), candidate.model().name())
                        || (candidate.own() != null && terms.allows("", candidate.own().name())))
                .toList();
        return left.isEmpty()
                ? new Route.Nobody(Failure.NO_MODEL, Sentences.notAmong(terms.only()), all.skipped())
                : new Route.Try(left, all.skipped());
    }

    /// Experience has a say where the person has none: among local models as good as each other in every way that is known.
    private Learned learned(Route.Try route, Request request) {
        Terms terms = request.terms();
        if (Routes.isNamed(terms)) {
            return new Learned(route.candidates(), List.of());
        }
        return Learned.of(route.candidates(), candidate -> {
            Model model = candidate.model();
            return candidate.provider().isLocal()
                    ? List.of(routes.isAsHoped(candidate, request), model.loaded(), model.state())
                    : candidate;
        }, ranking, terms.cause());
    }

    @Override
    public Optional<Estimate> estimate(Prompt prompt, Terms terms) {
        var request = new Request(prompt, terms, text -> {}, new Cancellation());
        if (!(routes.of(request) instanceof Route.Try route)) {
            return Optional.empty();
        }
        List<Route.Candidate> fitting = route.candidates().stream()
                .filter(candidate -> ContextCheck.of(prompt, candidate.model()) == null).toList();
        return fitting.stream().filter(candidate -> !candidate.provider().isLocal()).findFirst()
                .map(cloud -> costs.estimate(cloud, cloud.equals(fitting.getFirst()), prompt))
                .filter(estimate -> estimate.mostUsd() > 0);
    }

    /// When the whole job must be over. Elapsed time, which no change of the clock disturbs.
    record Deadline(long nanos) {
        /// Waiting in line does not count.
        Deadline later(Duration waited) {
            return new Deadline(nanos + waited.toNanos());
        }

        Deadline(Duration limit) {
            this(System.nanoTime() + limit.toNanos());
        }

        Duration left() {
            long left = nanos - System.nanoTime();
            return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
        }
    }
}
