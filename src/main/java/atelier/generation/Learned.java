package atelier.generation;

import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Candidates in the order that experience suggests. Only neighbours of equal standing change places, so that whatever was decided for
/// another reason stays.
///
/// @param promotions those who came to stand before others
record Learned(List<Route.Candidate> candidates, List<Promotion> promotions) {
    /// @param because one short line for the person; null for nothing to say
    private record Promotion(Route.Candidate first, @Nullable Sentence because) {}

    /// @param standing of one whose place may change; null for one who stays
    static Learned of(List<Route.Candidate> candidates, Function<Route.Candidate, Object> standing, TaskRanking ranking,
            Terms.Cause cause) {
        List<Route.Candidate> ordered = new ArrayList<>();
        List<Promotion> promotions = new ArrayList<>();
        int at = 0;
        while (at < candidates.size()) {
            Object here = standing.apply(candidates.get(at));
            int end = at + 1;
            while (end < candidates.size() && here.equals(standing.apply(candidates.get(end)))) {
                end++;
            }
            ordered.addAll(ranked(candidates.subList(at, end), ranking, cause, promotions));
            at = end;
        }
        return new Learned(ordered, promotions);
    }

    private static List<Route.Candidate> ranked(List<Route.Candidate> equal, TaskRanking ranking, Terms.Cause cause,
            List<Promotion> promotions) {
        if (equal.size() < 2) {
            return equal;
        }
        TaskRanking.Ranked told = ranking.rank(cause, equal.stream().map(each -> each.model().id()).toList());
        List<Route.Candidate> ordered = equal.stream().sorted(Comparator.comparingInt(each -> place(each, told)))
                .toList();
        if (!ordered.getFirst().equals(equal.getFirst())) {
            promotions.add(new Promotion(ordered.getFirst(), told.because()));
        }
        return ordered;
    }

    private static int place(Route.Candidate candidate, TaskRanking.Ranked told) {
        int place = told.models().indexOf(candidate.model().id());
        return place < 0 ? told.models().size() : place;
    }

    /// What to tell the person when this one answers; null for nothing.
    @Nullable
    Sentence because(Route.Candidate answered) {
        return promotions.stream().filter(each -> each.first().equals(answered)).findFirst().map(Promotion::because)
                .orElse(null);
    }
}
