package atelier.engine.compare;

import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.usage.Votes;
import java.util.Optional;

/// Votes in a comparison: each person has one winner, and may change their mind.
public final class Ballots {
    private final Jobs jobs;
    private final Votes votes;

    public Ballots(Parts parts) {
        this.jobs = parts.jobs();
        this.votes = parts.votes();
    }

    /// @param part as [Take#part] names it
    /// @return how the model is called; empty when the comparison is gone, or another person's
    public Optional<String> prefer(long account, String part) {
        var dot = part.lastIndexOf('.');
        return jobs.find(account, part.substring(0, dot))
                .flatMap(job -> prefer(account, job, Integer.parseInt(part.substring(dot + 1))));
    }

    private Optional<String> prefer(long account, Job job, int place) {
        if (!(job.intent() instanceof Intent.CompareModels compared)) {
            return Optional.empty();
        }
        for (var other = 1; other <= compared.models().size(); other++) {
            if (other != place) {
                votes.takeBack(Take.part(job.id(), other), account);
            }
        }
        votes.vote(Take.part(job.id(), place), account, true);
        return Optional.of(Names.shown(compared.models()).get(place - 1));
    }
}
