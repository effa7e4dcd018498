package atelier.generation;

import atelier.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One wish on its way from model to model until one answers. Where a model is busy and another may answer instead, the wish waits a
/// while and goes on; when none of the others did answer, it comes back and waits for as long as it takes.
final class Round {
    private final Means means;
    private final Request request;
    private final Route.Try route;
    private final Learned learned;
    private final List<Route.Candidate> way;
    private final Map<Route.Candidate, Answer.Skip> busy = new HashMap<>();
    private final List<Answer.Skip> tried = new ArrayList<>();
    private final Set<Provider> givenUp = new HashSet<>();
    private LocalFirstRouter.Deadline deadline;

    /// What every round needs.
    record Means(Routes routes, Attempts attempts, TurnTaking turns, Health health, Costs costs) {}

    Round(Means means, Request request, Route.Try route, Learned learned, LocalFirstRouter.Deadline deadline) {
        this.means = means;
        this.request = request;
        this.route = route;
        this.learned = learned;
        this.way = new ArrayList<>(learned.candidates());
        this.deadline = deadline;
    }

    Answer go() {
        for (int at = 0; at < way.size(); at++) {
            Answer answer = step(way.get(at), List.copyOf(way.subList(at + 1, way.size())));
            if (answer != null) {
                return answer;
            }
        }
        Sentence sentence = tried.stream().allMatch(skip -> skip.failure() == Failure.TOO_LONG)
                ? Sentences.tooLong(tried, request.terms().cloud())
                : Sentences.nobodyAnswered(tried);
        return new Answer.Failed(tried.getLast().failure(), "", sentence, all());
    }

    /// @return null when the next one is to be asked
    private @Nullable Answer step(Route.Candidate candidate, List<Route.Candidate> behind) {
        if (givenUp.contains(candidate.provider())) {
            return null;
        }
        Trouble tooLong = ContextCheck.of(candidate.prompt(request.prompt()), candidate.model());
        if (tooLong != null) {
            tried.add(new Answer.Skip(candidate.shown(), tooLong.failure(), tooLong.reason()));
            return null;
        }
        Answer.Skip before = busy.get(candidate);
        tried.remove(before);
        return switch (means.turns().await(candidate, request, before == null ? patience(candidate, behind) : null)) {
            case TurnTaking.Result.Stopped() ->
                new Answer.Failed(Failure.CANCELLED, "", Sentences.stopped(), all());
            case TurnTaking.Result.GaveUp(int ahead) -> {
                var skip = new Answer.Skip(candidate.shown(), Failure.SERVER_ERROR, "busy, " + ahead + " before you");
                busy.put(candidate, skip);
                tried.add(skip);
                way.add(candidate);
                yield null;
            }
            case TurnTaking.Result.Turn turn -> {
                deadline = deadline.later(turn.waited());
                try (var ticket = turn.ticket()) {
                    yield answer(candidate, behind, ticket.beside());
                }
            }
        };
    }

    /// How long to stand in line; null for as long as it takes, since nobody answers instead. No time at all when one just as good is
    /// free.
    private @Nullable Duration patience(Route.Candidate candidate, List<Route.Candidate> behind) {
        var elsewhere = behind.stream().filter(next -> !next.provider().place().equals(candidate.provider().place())
                && next.model().state() == Model.State.HEALTHY && !givenUp.contains(next.provider())).toList();
        if (elsewhere.isEmpty()) {
            return null;
        }
        var next = elsewhere.getFirst();
        var isAsGood = candidate.provider().isLocal() && next.provider().isLocal() && !next.isCold()
                && whose(candidate) == whose(next) && !Routes.isNamed(request.terms());
        return isAsGood && means.turns().isFree(next) ? Duration.ZERO : means.turns().patience();
    }

    private static OwnModel.@Nullable Whose whose(Route.Candidate candidate) {
        var own = candidate.own();
        return own == null ? null : own.whose();
    }

    /// @param beside how many others the server answers at the same time
    private @Nullable Answer answer(Route.Candidate candidate, List<Route.Candidate> behind, int beside) {
        boolean cloudBehind = behind.stream().anyMatch(next -> !next.provider().isLocal());
        return switch (means.attempts().ask(candidate, request, cloudBehind, beside, deadline)) {
            case Outcome.Done done -> answered(candidate, done,
                    means.routes().isAsHoped(candidate, request) ? List.copyOf(tried) : all())
                    .noting(learned.because(candidate));
            case Outcome.Broken(Trouble trouble, String partial, _) -> broken(candidate, trouble, partial);
        };
    }

    private @Nullable Answer broken(Route.Candidate candidate, Trouble trouble, String partial) {
        if (trouble.failure() == Failure.CANCELLED) {
            return new Answer.Failed(Failure.CANCELLED, partial, Sentences.stopped(), all());
        }
        String name = candidate.shown();
        if (!partial.isEmpty()) {
            return new Answer.Failed(trouble.failure(), partial, Sentences.brokeOff(name, trouble), all());
        }
        tried.add(new Answer.Skip(name, trouble));
        if (isTheWholeServer(trouble)) {
            givenUp.add(candidate.provider());
            means.health().wake();
        }
        return null;
    }

    private List<Answer.Skip> all() {
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
        Costs costs = means.costs();
        return new Answer.Answered(done.text(), done.model(), provider.kind(), provider.isLocal(), done.firstTokenMs(),
                done.totalMs(), done.inputTokens(), done.cachedTokens(), done.outputTokens(),
                costs.cost(candidate, costs.of(candidate, done)),
                skipped, own == null ? null : own.label(), null, null);
    }
}
