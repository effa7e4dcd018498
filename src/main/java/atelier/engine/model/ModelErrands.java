package atelier.engine.model;

import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import java.util.function.Consumer;

/// What takes a while about models.
public final class ModelErrands implements Errands {
    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        return Say.text("");
    }
}
