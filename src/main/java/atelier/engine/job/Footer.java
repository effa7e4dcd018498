package atelier.engine.job;

import atelier.create.Creation;
import atelier.engine.delivery.ServerName;
import atelier.generation.Answer;
import atelier.language.Language;
import atelier.language.Phrases;
import java.util.List;
import java.util.stream.Collectors;

/// The line under every result: who answered, why, how fast, at what cost.
final class Footer {
    private static final List<String> MAKERS = List.of("job.maker.composer", "job.maker.songwriter",
            "job.maker.designer");
    private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);

    private Footer() {}

    static String of(Creation creation, Phrases phrases) {
        var answered = creation.answeredBy();
        if (answered == null) {
            return creation.maker() == null
                    ? ""
                    : "\n\n-# " + phrases.say("job.foot.maker", "maker", maker(creation.maker(), phrases));
        }
        var told = answered.note();
        var note = told == null ? "" : "\n-# " + told.in(phrases);
        var place = phrases.say(answered.local() ? "job.local" : "job.cloud");
        return "\n\n-# " + (answered.isFromCache()
                ? phrases.say("job.foot.cached", "model", shown(answered), "place", place)
                : phrases.say("job.foot.answered", "model", shown(answered), "server",
                        named(answered.provider(), phrases),
                        "place", place, "because", because(answered, phrases), "seconds",
                        answered.totalMs() / 1000.0, "tokens", answered.inputTokens() + answered.outputTokens(), "cost",
                        answered.costWords()))
                + note;
    }

    /// Makers of our own are known by their English names and have some in every language; others keep theirs.
    private static String maker(String maker, Phrases phrases) {
        return MAKERS.stream().filter(key -> ENGLISH.say(key).equals(maker)).map(phrases::say).findFirst()
                .orElse(maker);
    }

    private static String shown(Answer.Answered answered) {
        var own = answered.own();
        return own == null ? answered.model() : "%s (%s)".formatted(own.name(), answered.model());
    }

    private static String because(Answer.Answered answered, Phrases phrases) {
        return answered.skipped().isEmpty()
                ? ""
                : phrases.say("job.foot.because", "skips",
                        answered.skipped().stream()
                                .map(skip -> named(skip.candidate(), phrases) + ": " + skip.why().in(phrases))
                                .collect(Collectors.joining("; ")));
    }

    /// A provider, or `provider/model`, as people know it.
    private static String named(String candidate, Phrases phrases) {
        return ServerName.of(candidate, phrases);
    }
}
