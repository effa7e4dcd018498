package atelier.engine.job;

import atelier.engine.compare.Compared;
import atelier.engine.compare.Take;
import atelier.engine.port.Job;
import atelier.usage.Usage;
import java.time.Instant;
import java.util.List;

/// The usage of a comparison: a row for each model, so that each has its own figures and votes.
final class Parted {
    private Parted() {}

    static List<Usage> usage(Job job, Compared compared, Instant at) {
        return compared.takes().stream().map(take -> usage(job, compared.task().name(), take, at)).toList();
    }

    private static Usage usage(Job job, String task, Take take, Instant at) {
        return switch (take) {
            case Take.Made made -> {
                var by = made.answered();
                yield new Usage(take.part(job.id()), job.account(), job.conversation(), task, by.model(), by.provider(),
                        by.local(), by.inputTokens(), by.outputTokens(), by.firstTokenMs(), by.totalMs(), by.cost(),
                        "done", at);
            }
            case Take.Missed missed -> {
                var slash = missed.model().indexOf('/');
                yield new Usage(take.part(job.id()), job.account(), job.conversation(), task,
                        slash < 0 ? null : missed.model().substring(slash + 1),
                        slash < 0 ? null : missed.model().substring(0, slash), true, 0, 0, 0, 0, 0, "failed", at);
            }
        };
    }
}
