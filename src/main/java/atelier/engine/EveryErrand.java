package atelier.engine;

import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import java.util.function.Consumer;

/// Hands each errand to those who know about its matter.
record EveryErrand(Errands models, Errands providers) implements Errands {
    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var meant = job.intent() instanceof Intent.ManageAccount ? providers : models;
        return meant.run(job, onText, cancellation);
    }
}
