package atelier.engine.job;

import atelier.create.Creation;
import atelier.generation.Answer;
import atelier.generation.registry.ModelPlatform;
import java.util.stream.Collectors;

/// The line under every result: who answered, why, how fast, at what cost.
final class Footer {
    private Footer() {}

    static String of(Creation creation) {
        var answered = creation.answeredBy();
        if (answered == null) {
            return creation.maker() == null ? "" : "\n\n-# Made by " + creation.maker() + " · no model · free";
        }
        var note = answered.note().isEmpty() ? "" : "\n-# " + answered.note();
        if (answered.isFromCache()) {
            return "\n\n-# %s (%s) · the same answer as before, at once · free; Regenerate asks anew%s".formatted(
                    shown(answered), answered.local() ? "local" : "cloud", note);
        }
        return "\n\n-# %s on %s (%s)%s · %.1f s · %d tokens · %s%s".formatted(shown(answered),
                named(answered.provider()),
                answered.local() ? "local" : "cloud", because(answered), answered.totalMs() / 1000.0,
                answered.inputTokens() + answered.outputTokens(), answered.costWords(), note);
    }

    private static String shown(Answer.Answered answered) {
        var own = answered.own();
        return own == null ? answered.model() : "%s (%s)".formatted(own.name(), answered.model());
    }

    private static String because(Answer.Answered answered) {
        return answered.skipped().isEmpty()
                ? ""
                : ", because " + answered.skipped().stream().map(skip -> named(skip.candidate()) + ": " + skip.reason())
                        .collect(Collectors.joining("; "));
    }

    /// A provider, or `provider/model`, as people know it.
    private static String named(String candidate) {
        return ModelPlatform.named(candidate).map(ModelPlatform::label).orElse(candidate);
    }
}
