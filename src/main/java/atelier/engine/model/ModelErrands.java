package atelier.engine.model;

import atelier.account.Accounts;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.model.RegistryRequest.For;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.team.Managers;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import java.util.function.Consumer;

/// What takes a while about models.
public final class ModelErrands implements Errands {
    private final Accounts accounts;
    private final Registration registration;
    private final Measuring measuring;
    private final Managers managers;

    public ModelErrands(Parts parts) {
        this.accounts = parts.accounts();
        this.registration = new Registration(parts);
        this.measuring = new Measuring(parts);
        this.managers = new Managers(parts);
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var asker = Asker.of(accounts, job.account(), job.address().chat());
        if (!(job.intent() instanceof Intent.ManageModels(var request))) {
            throw new IllegalArgumentException(job.intent().kind() + " is not about models");
        }
        if (RegistryRequest.of(request).orElse(null) instanceof RegistryRequest.Add add) {
            return registration.proceed(add, add.whom() == For.ME
                    ? asker
                    : managers.asked(job, registration.place(add.whom(), asker)), onText);
        }
        return switch (ModelRequest.of(request)) {
            case ModelRequest.Statistics(var name) -> measuring.statistics(name, asker);
            case ModelRequest.Measure(var name) -> measuring.bench(name, asker, job, onText, cancellation);
            case ModelRequest.Look _,ModelRequest.Use _,ModelRequest.Auto _,ModelRequest.LocalOnly _,ModelRequest.Learning _ ->
                throw new IllegalArgumentException("no errand: " + request);
        };
    }
}
