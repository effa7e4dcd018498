package atelier.generation.bench;

import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.usage.Call;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Asks a model the tasks of [BenchTasks], one after the other, and records each as a call of the task [Call#BENCH].
///
/// The model is first brought into memory by a question that is not measured, so that loading is nobody's fault.
public final class Bench {
    private final Asker asker;
    private final Predicate<String> isSound;
    private final Consumer<Call> records;
    private final InstantSource clock;

    /// @param isSound whether a file in Java passes the checks that other code has to pass
    /// @param records must not wait, such as [atelier.usage.CallRecorder]
    public Bench(Asker asker, Predicate<String> isSound, Consumer<Call> records, InstantSource clock) {
        this.asker = asker;
        this.isSound = isSound;
        this.records = records;
        this.clock = clock;
    }

    /// Has this very model answer, and no other in its place; blocks. Nothing from a cache will do, and the cause of the call must bear
    /// the task [Call#BENCH], so that it is recorded once.
    @FunctionalInterface
    public interface Asker {
        Answer ask(Model model, Prompt prompt, Cancellation cancellation);
    }

    /// @param whom     who measures; the task is always [Call#BENCH]
    /// @param progress told of each row as it comes, on the calling thread
    /// @return what there is; less than all tasks when stopped, or when the model cannot be asked at all
    public BenchReport run(Model model, Call.For whom, Consumer<BenchReport.Row> progress, Cancellation cancellation) {
        var marked = new Call.For(whom.job(), whom.account(), whom.team(), whom.conversation(), Call.BENCH);
        if (cancellation.isCancelled()) {
            return BenchReport.stopped(model.name(), List.of());
        }
        if (asker.ask(model, BenchTasks.WARM_UP, cancellation) instanceof Answer.Failed failed) {
            return ended(model, List.of(), failed);
        }
        var rows = new ArrayList<BenchReport.Row>();
        for (var task : BenchTasks.ALL) {
            if (cancellation.isCancelled()) {
                return BenchReport.stopped(model.name(), rows);
            }
            var answer = asker.ask(model, task.prompt(), cancellation);
            if (answer instanceof Answer.Failed failed && failed.failure() == Failure.CANCELLED) {
                return BenchReport.stopped(model.name(), rows);
            }
            var row = row(task, answer);
            records.accept(call(model, marked, answer, row.passed()));
            rows.add(row);
            progress.accept(row);
        }
        return new BenchReport(model.name(), rows, null);
    }

    private static BenchReport ended(Model model, List<BenchReport.Row> rows, Answer.Failed failed) {
        return failed.failure() == Failure.CANCELLED
                ? BenchReport.stopped(model.name(), rows)
                : new BenchReport(model.name(), rows, failed.what());
    }

    private BenchReport.Row row(BenchTask task, Answer answer) {
        return switch (answer) {
            case Answer.Answered it -> new BenchReport.Row(task.name(), isDone(task, it.text()), null,
                    it.firstTokenMs(), it.totalMs(), it.outputTokens());
            case Answer.Failed it -> new BenchReport.Row(task.name(), false, it.what(), 0, 0, 0);
        };
    }

    private boolean isDone(BenchTask task, String answer) {
        String file = task.file().apply(answer);
        return task.passes().test(answer) && (file.isEmpty() || isSound.test(file));
    }

    private Call call(Model model, Call.For whom, Answer answer, boolean passed) {
        return switch (answer) {
            case Answer.Answered it -> new Call(whom, model.name(), model.provider(), model.local(),
                    new Call.Tokens(it.inputTokens(), it.cachedTokens(), it.outputTokens()), it.firstTokenMs(),
                    it.totalMs(), passed ? Call.DONE : Call.WRONG, it.cost(), clock.instant());
            case Answer.Failed it ->
                new Call(whom, model.name(), model.provider(), model.local(), Call.Tokens.NONE, 0, 0,
                        it.failure().name(), 0, clock.instant());
        };
    }
}
