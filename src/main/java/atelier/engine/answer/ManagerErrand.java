package atelier.engine.answer;

import atelier.conversation.Conversations;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.engine.team.Managers;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import java.util.function.Consumer;

/// Does what only those may who manage a place: asks the platform whether this person does, then hears their words again.
public final class ManagerErrand implements Errands {
    private final Managers managers;
    private final QuickAnswers answers;
    private final IntentParser parser;
    private final Conversations conversations;
    private final Transactions transactions;
    private final Errands models;
    private final Errands providers;

    /// @param models    errands about models, to which words may lead
    /// @param providers the same about keys
    public ManagerErrand(Parts parts, Errands models, Errands providers) {
        this.managers = new Managers(parts);
        this.answers = new QuickAnswers(parts);
        this.parser = parts.parser();
        this.conversations = parts.conversations();
        this.transactions = parts.transactions();
        this.models = models;
        this.providers = providers;
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var request = job.intent() instanceof Intent.ManageAccount it ? it.request().split(" ", 2) : new String[0];
        if (request.length < 2) {
            throw new IllegalArgumentException("no place is named");
        }
        var asker = managers.asked(job, request[0]);
        if (!managers.may(asker, request[0])) {
            return Say.text(asker.phrases().say("team.notYours"));
        }
        return switch (transactions.inTransaction(() -> heard(request[1], job, asker))) {
            case Next.Said(var say) -> say;
            case Next.Errand(var intent) when intent instanceof Intent.ManageModels ->
                models.run(job.doing(intent), onText, cancellation);
            case Next.Errand(var intent) -> providers.run(job.doing(intent), onText, cancellation);
            case Next.Spoken _,Next.Farewell _,Next.Work _ -> throw new IllegalArgumentException("nobody manages that");
        };
    }

    private Next heard(String words, Job job, Asker asker) {
        return answers.to(parser.parse(words, null, Situation.NONE).intent(), asker,
                conversations.current(job.whose()));
    }
}
