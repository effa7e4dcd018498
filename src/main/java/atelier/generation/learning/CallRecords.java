package atelier.generation.learning;

import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Terms;
import atelier.usage.Call;
import atelier.usage.Cost;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Writes down what came of asking a model. Thread-safe.
public final class CallRecords {
    private final Consumer<Call> sink;
    private final InstantSource clock;

    /// @param sink must not wait, such as [atelier.usage.CallRecorder]
    public CallRecords(Consumer<Call> sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /// One call has ended. Those of the bench are left out: it records them itself, with its verdict.
    ///
    /// @param model who was asked
    /// @param cost  what it cost, whoever paid
    public void ended(Terms.Cause cause, Model model, Outcome outcome, Cost cost) {
        if (cause.task().equals(Call.BENCH)) {
            return;
        }
        var whom = new Call.For(cause.job(), cause.account(), cause.team(), cause.conversation(), cause.task());
        sink.accept(switch (outcome) {
            case Outcome.Done done -> new Call(whom, model.name(), model.provider(), model.local(),
                    new Call.Tokens(done.inputTokens(), done.cachedTokens(), done.outputTokens()), done.firstTokenMs(),
                    done.totalMs(), Call.DONE, cost, clock.instant());
            case Outcome.Broken broken -> new Call(whom, model.name(), model.provider(), model.local(),
                    Call.Tokens.NONE, 0, 0, broken.trouble().failure().name(), cost, clock.instant());
        });
    }
}
