package atelier.engine;

import atelier.engine.answer.PacketTalk;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.people.SubscribeErrand;
import atelier.engine.people.UsageErrand;
import atelier.engine.port.Job;
import atelier.engine.team.Managers;
import atelier.engine.team.TeamTalk;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import java.util.function.Consumer;

/// Hands each errand to those who know about its matter.
record EveryErrand(Errands models, Errands providers, PacketTalk packets, Errands versions,
        Errands samples, Errands exports, Errands usage, Errands subscriptions, Errands teams,
        Errands personal, Errands managing) implements Errands {
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
        return switch (account.action()) {
            case "mydata" -> account.request().equals("export")
                    ? personal.run(job, onText, cancellation)
                    : packets.packet(job.account());
            case UsageErrand.ACTION -> usage.run(job, onText, cancellation);
            case SubscribeErrand.ACTION -> subscriptions.run(job, onText, cancellation);
            case Managers.ACTION -> managing.run(job, onText, cancellation);
            case TeamTalk.ACTION -> teams.run(job, onText, cancellation);
            case String _ -> providers.run(job, onText, cancellation);
        };
    }
}
