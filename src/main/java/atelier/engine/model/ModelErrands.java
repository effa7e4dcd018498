package atelier.engine.model;

import atelier.account.Accounts;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import java.util.function.Consumer;

/// What takes a while about models.
public final class ModelErrands implements Errands {
    private final Accounts accounts;
    private final Registration registration;

    public ModelErrands(Parts parts) {
        this.accounts = parts.accounts();
        this.registration = new Registration(parts);
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var asker = new Asker(accounts.byId(job.account()), job.address().chat(), accounts.isAdmin(job.account()));
        if (job.intent() instanceof Intent.ManageModels(var request)
                && RegistryRequest.of(request).orElse(null) instanceof RegistryRequest.Add add) {
            return registration.proceed(add, asker, onText);
        }
        throw new IllegalArgumentException(job.intent().kind() + " is no errand");
    }
}
