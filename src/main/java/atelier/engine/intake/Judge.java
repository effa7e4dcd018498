package atelier.engine.intake;

import atelier.engine.job.PersonalTerms;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.generation.setup.OwnModels;
import atelier.intent.Intent;
import atelier.intent.IntentJudgement;
import atelier.intent.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Has a model say what words mean that may mean several things.
final class Judge {
    private static final String TASK = "JUDGE";
    private static final int MOST_TOKENS = 60;
    /// Longer than this nobody waits to be understood.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Router router;
    private final PersonalTerms terms;
    private final Supplier<List<Model>> configured;
    private final OwnModels own;

    Judge(Parts parts) {
        this.router = parts.registry().router();
        this.terms = new PersonalTerms(parts);
        this.configured = parts.registry().configured();
        this.own = parts.registry().own();
    }

    /// Whether there is a model to ask that can answer soon: one that is loaded, or somebody's own.
    boolean isThere(long account, String chat) {
        return configured.get().stream()
                .anyMatch(model -> model.state() == Model.State.HEALTHY && model.loaded() && model.local())
                || own.of(account, chat).stream().anyMatch(model -> model.allowed() && model.provider().isLocal());
    }

    /// Nobody pays for being understood.
    private static Terms athome(Terms terms) {
        return new Terms(terms.cause(), null, terms.preferred(),
                terms.own().stream().filter(model -> model.provider().isLocal()).toList(), false, terms.fresh(),
                terms.only());
    }

    /// Empty when no model answered in time, or not with a kind.
    Optional<Intent.Kind> kind(Job job, Situation situation, Cancellation cancellation) {
        var prompt = new Prompt(IntentJudgement.system(),
                List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, IntentJudgement.prompt(job.words(), situation))),
                new Prompt.Sampling(0.0, MOST_TOKENS), IntentJudgement.schema());
        var hurried = new Cancellation();
        try (var _ = cancellation.onCancel(hurried::cancel)) {
            var alarm = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var ringing = CompletableFuture.runAsync(hurried::cancel, alarm);
            var answer = router.generate(new Request(prompt, athome(terms.of(job, TASK)), _ -> {}, hurried));
            ringing.cancel(false);
            return answer instanceof Answer.Answered answered
                    ? IntentJudgement.read(answered.text())
                    : Optional.empty();
        }
    }
}
