package atelier.engine.job;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.engine.community.Community;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.generation.Terms;
import atelier.generation.registry.Choices;
import atelier.generation.registry.Choices.Choice;
import atelier.generation.setup.OwnModels;
import java.util.Optional;

/// On what terms models may be asked for one person in one chat. Looked up when work begins, not when it was asked for: whoever
/// forbids the cloud or removes a model meanwhile is heard.
public final class PersonalTerms {
    private final Accounts accounts;
    private final Choices choices;
    private final OwnModels own;
    private final Community community;

    public PersonalTerms(Parts parts) {
        this.accounts = parts.accounts();
        this.choices = parts.registry().choices();
        this.own = parts.registry().own();
        this.community = parts.community();
    }

    Terms of(Account account, Job job) {
        return of(account, job, job.intent().kind().name());
    }

    /// @param task what the models are asked for
    public Terms of(Job job, String task) {
        return of(accounts.byId(job.account()), job, task);
    }

    private Terms of(Account account, Job job, String task) {
        var place = job.address().chat();
        var named = job.model();
        var chosen = named == null ? choices.active(job.account(), place.key()) : Optional.<Choice>empty();
        var rules = community.rulesIn(place);
        return new Terms(
                new Terms.Cause(job.account(), place.team(), job.conversation(), job.id(),
                        task, account.tier().priority()),
                named != null ? named : chosen.filter(Choice::strict).map(Choice::id).orElse(null),
                chosen.isPresent()
                        ? chosen.filter(choice -> !choice.strict()).map(Choice::id).orElse(null)
                        : named == null ? rules.model() : null,
                own.of(job.account(), place), mayAskCloud(account), job.fresh(), rules.models());
    }

    private boolean mayAskCloud(Account account) {
        return account.tier().cloud() && !choices.localOnly(account.id());
    }
}
