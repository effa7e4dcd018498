package atelier.generation.learning;

import atelier.generation.Terms;
import atelier.language.Sentence;
import atelier.usage.Call;
import atelier.usage.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that has been learned, as of a moment. Not changed once made.
///
/// Beliefs grow from the wide to the near: other tasks, then this task for everybody else, for the team's other people, for the
/// person. Each call is counted in one of these rings only.
final class Experience {
    /// After this time a call counts half.
    private static final Duration HALF_LIFE = Duration.ofDays(14);
    /// After so many further calls of the person it counts half as well, so that a change is noticed soon.
    private static final double HALF_CALLS = 30;
    private static final double OF_OTHER_TASKS = 0.15;
    /// As how many calls the wider rings count at most.
    private static final double TRUST = 4;
    private static final int LEAST_TOLD = 5;

    /// @param account 0 for anybody
    /// @param team    empty for any
    /// @param task    empty for any
    private record Where(long account, String team, String task, String model) {}

    private final Map<Where, Tally> tallies = new HashMap<>();
    private final Set<Long> apart;

    /// @param lessons the newest first
    /// @param apart   accounts that want nothing of it
    Experience(List<Lesson> lessons, Set<Long> apart, Instant now) {
        this.apart = Set.copyOf(apart);
        var later = new HashMap<Where, Integer>();
        for (var lesson : lessons) {
            var own = new Where(lesson.account(), "", lesson.task(), lesson.model());
            learn(lesson, evidence(lesson).times(weight(lesson, later.merge(own, 1, Integer::sum) - 1, now)));
        }
    }

    private void learn(Lesson it, Evidence weighed) {
        tally(new Where(0, "", "", it.model()), it, weighed);
        if (it.task().isEmpty() || it.task().equals(Call.BENCH)) {
            return;
        }
        tally(new Where(0, "", it.task(), it.model()), it, weighed);
        if (it.account() != 0) {
            tally(new Where(it.account(), "", it.task(), it.model()), it, weighed);
        }
        if (!it.team().isEmpty()) {
            tally(new Where(0, it.team(), it.task(), it.model()), it, weighed);
        }
        if (it.account() != 0 && !it.team().isEmpty()) {
            tally(new Where(it.account(), it.team(), it.task(), it.model()), it, weighed);
        }
    }

    private void tally(Where where, Lesson lesson, Evidence weighed) {
        tallies.computeIfAbsent(where, _ -> new Tally()).add(lesson, weighed);
    }

    private static Evidence evidence(Lesson it) {
        return it.done()
                ? new Evidence(1, 0, it.likes(), it.dislikes(), Math.log((double) Math.max(1, it.totalMs())))
                : new Evidence(0, 1, 0, 0, 0);
    }

    private static double weight(Lesson lesson, int later, Instant now) {
        var age = Math.max(0, (double) Duration.between(lesson.at(), now).toSeconds());
        return Math.pow(0.5, age / (double) HALF_LIFE.toSeconds() + later / HALF_CALLS);
    }

    /// Whether this account wants nothing of it.
    boolean isApart(long account) {
        return apart.contains(account);
    }

    /// What is believed of a model, for this person in this team at this task.
    Belief of(Terms.Cause cause, String model) {
        var all = sums(new Where(0, "", cause.task(), model));
        var person = cause.account() == 0
                ? Evidence.NONE
                : sums(new Where(cause.account(), "", cause.task(), model));
        var team = cause.team().isEmpty() ? Evidence.NONE : sums(new Where(0, cause.team(), cause.task(), model));
        var both = cause.account() == 0 || cause.team().isEmpty()
                ? Evidence.NONE
                : sums(new Where(cause.account(), cause.team(), cause.task(), model));
        return Belief.USUAL.learned(sums(new Where(0, "", "", model)).minus(all).times(OF_OTHER_TASKS), TRUST)
                .learned(all.minus(team).minus(person.minus(both)), TRUST)
                .learned(team.minus(both), TRUST).learned(person, TRUST);
    }

    private Evidence sums(Where where) {
        var tally = tallies.get(where);
        return tally == null ? Evidence.NONE : tally.sums();
    }

    /// What can be told of a model, from the nearest scope in which it has worked a little.
    ///
    /// @param where a word or two for the scope
    record Told(Tally tally, Sentence where) {}

    /// Null when it has hardly done this task anywhere.
    @Nullable
    Told told(Terms.Cause cause, String model) {
        var person = tallies.get(new Where(cause.account(), "", cause.task(), model));
        if (cause.account() != 0 && person != null && person.calls() >= LEAST_TOLD) {
            return new Told(person, Sentence.of("learning.where.person"));
        }
        var team = tallies.get(new Where(0, cause.team(), cause.task(), model));
        if (!cause.team().isEmpty() && team != null && team.calls() >= LEAST_TOLD) {
            return new Told(team, Sentence.of("learning.where.chat"));
        }
        var all = tallies.get(new Where(0, "", cause.task(), model));
        return all != null && all.calls() >= LEAST_TOLD ? new Told(all, Sentence.of("learning.where.all")) : null;
    }
}
