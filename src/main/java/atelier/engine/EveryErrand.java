package atelier.engine;

import atelier.engine.answer.PacketTalk;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import java.util.function.Consumer;

/// Hands each errand to those who know about its matter.
record EveryErrand(Errands models, Errands providers, PacketTalk packets, Errands versions,
        Errands samples, Errands exports, Errands personal) implements Errands {
    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        if (job.intent() instanceof Intent.EditLast) {
            return versions.run(job, onText, cancellation);
        }
        if (job.intent() instanceof Intent.History) {
            return exports.run(job, onText, cancellation);
        }
        if (job.intent() instanceof Intent.PlaySample) {
            return samples.run(job, onText, cancellation);
        }
        if (!(job.intent() instanceof Intent.ManageAccount account)) {
            return models.run(job, onText, cancellation);
        }
        if (account.action().equals("mydata")) {
            return account.request().equals("export")
                    ? personal.run(job, onText, cancellation)
                    : packets.packet(job.account());
        }
        return providers.run(job, onText, cancellation);
    }
}
