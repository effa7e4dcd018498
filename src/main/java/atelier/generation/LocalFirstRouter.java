package atelier.generation;

import atelier.language.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the owner's own models first and the cloud last.
///
/// - A model wished for by name is asked strictly: nobody else answers.
/// - Otherwise: the model the request prefers, the person's other local ones, their team's, the operator's, those of the configured
///   servers, then the clouds in the same order as far as the wish allows them ([Routes]). The next one is asked only while nothing has
///   been seen of an answer; what had been seen stays, with a [Answer.Failed].
/// - A model in which the prompt leaves no room for an answer is passed over ([ContextCheck]).
/// - Among local models of equal standing, experience says who is asked first ([Learned]).
/// - Each is tried twice at most, and the second time only when the trouble may have passed ([Attempts]).
/// - A local model that must be loaded first may take its long time when nobody stands behind it. When a cloud does, loading is begun
///   and waited for no longer than for a loaded model; it goes on while the cloud answers ([Loads]).
public final class LocalFirstRouter implements Router {
    private final Routes routes;
    private final Attempts attempts;
    private final Health health;
    private final TimeLimits limits;
    private final Costs costs;
    private final TaskRanking ranking;

    /// @param preferred   local model to ask first, by name or `provider/name`; null for none
    /// @param cloudModels for each cloud provider, by its id, the model to ask
    public LocalFirstRouter(List<Provider> providers, Health health, @Nullable String preferred,
            Map<String, String> cloudModels, TimeLimits limits, Prices prices, Oversight oversight, Clock clock) {
        this.routes = new Routes(providers, health, preferred, cloudModels);
        this.costs = new Costs(prices, clock);
        this.attempts = new Attempts(new Cashier(costs, oversight), health, limits, clock);
        this.health = health;
        this.limits = limits;
        this.ranking = oversight.ranking();
    }

    @Override
    public Answer generate(Request request) {
        if (request.cancellation().isCancelled()) {
            return new Answer.Failed(Failure.CANCELLED, "", Sentences.stopped(), List.of());
        }
        var deadline = new Deadline(limits.job());
        return switch (routes.of(request)) {
            case Route.Nobody(Failure failure, Sentence sentence, List<Answer.Skip> skipped) ->
                new Answer.Failed(failure, "", sentence, skipped);
            case Route.Try route -> inTurn(request, route, deadline);
        };
    }

    private Answer inTurn(Request request, Route.Try route, Deadline deadline) {
        Learned learned = learned(route, request);
        List<Route.Candidate> candidates = learned.candidates();
        List<Answer.Skip> tried = new ArrayList<>();
        Set<Provider> givenUp = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            Route.Candidate candidate = candidates.get(i);
            if (givenUp.contains(candidate.provider())) {
                continue;
            }
            Trouble tooLong = ContextCheck.of(candidate.prompt(request.prompt()), candidate.model());
            if (tooLong != null) {
                tried.add(new Answer.Skip(candidate.shown(), tooLong.failure(), tooLong.reason()));
                continue;
            }
            boolean cloudBehind = candidates.subList(i + 1, candidates.size()).stream()
                    .anyMatch(next -> !next.provider().isLocal());
            switch (attempts.ask(candidate, request, cloudBehind, deadline)) {
                case Outcome.Done done -> {
                    return answered(candidate, done, routes.isAsHoped(candidate, request) ? tried : all(route, tried))
                            .noting(learned.because(candidate));
                }
                case Outcome.Broken(Trouble trouble, String partial, _) -> {
                    if (trouble.failure() == Failure.CANCELLED) {
                        return new Answer.Failed(Failure.CANCELLED, partial, Sentences.stopped(), all(route, tried));
                    }
                    String name = candidate.shown();
                    if (!partial.isEmpty()) {
                        return new Answer.Failed(trouble.failure(), partial, Sentences.brokeOff(name, trouble),
                                all(route, tried));
                    }
                    tried.add(new Answer.Skip(name, trouble.failure(), trouble.reason()));
                    if (isTheWholeServer(trouble)) {
                        givenUp.add(candidate.provider());
                        health.wake();
                    }
                }
            }
        }
        Sentence sentence = tried.stream().allMatch(skip -> skip.failure() == Failure.TOO_LONG)
                ? Sentences.tooLong(tried, request.terms().cloud())
                : Sentences.nobodyAnswered(tried);
        return new Answer.Failed(tried.getLast().failure(), "", sentence, all(route, tried));
    }

    /// Experience has a say where the person has none: among local models as good as each other in every way that is known.
    private Learned learned(Route.Try route, Request request) {
        Terms terms = request.terms();
        if (isSaid(terms.model()) || isSaid(terms.preferred())) {
            return new Learned(route.candidates(), List.of());
        }
        return Learned.of(route.candidates(), candidate -> {
            Model model = candidate.model();
            return candidate.provider().isLocal()
                    ? List.of(routes.isAsHoped(candidate, request), model.loaded(), model.state())
                    : candidate;
        }, ranking, terms.cause());
    }

    private static boolean isSaid(@Nullable String name) {
        return name != null && !name.isBlank();
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

    private static List<Answer.Skip> all(Route.Try route, List<Answer.Skip> tried) {
        return Stream.concat(route.skipped().stream(), tried.stream()).toList();
    }

    private static boolean isTheWholeServer(Trouble trouble) {
        return switch (trouble.failure()) {
            case UNREACHABLE, LOST, UNAUTHORIZED, RATE_LIMITED, TIMEOUT -> true;
            case NO_MODEL, OVER_BUDGET, MODEL_MISSING, TOO_LONG, BLOCKED, TRUNCATED, INVALID, SERVER_ERROR, CANCELLED ->
                false;
        };
    }

    private Answer.Answered answered(Route.Candidate candidate, Outcome.Done done, List<Answer.Skip> skipped) {
        Provider provider = candidate.provider();
        OwnModel own = candidate.own();
        return new Answer.Answered(done.text(), done.model(), provider.kind(), provider.isLocal(), done.firstTokenMs(),
                done.totalMs(), done.inputTokens(), done.cachedTokens(), done.outputTokens(),
                costs.cost(candidate, costs.of(candidate, done)),
                skipped, own == null ? null : own.label(), "", null);
    }

    /// When the whole job must be over. Elapsed time, which no change of the clock disturbs.
    record Deadline(long nanos) {
        Deadline(Duration limit) {
            this(System.nanoTime() + limit.toNanos());
        }

        Duration left() {
            long left = nanos - System.nanoTime();
            return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
        }
    }
}
