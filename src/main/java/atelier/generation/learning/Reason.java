package atelier.generation.learning;

import atelier.generation.Terms;
import atelier.language.Sentence;
import atelier.usage.TaskWords;

/// Says in one line why a model was put first.
final class Reason {
    private final Experience known;
    private final Terms.Cause cause;

    Reason(Experience known, Terms.Cause cause) {
        this.known = known;
        this.cause = cause;
    }

    /// By what it did, or, where it did little, by what the usual one did not.
    Sentence of(String best, String usual) {
        var task = TaskWords.said(cause.task());
        var told = known.told(cause, best);
        if (told != null) {
            return Sentence.of("learning.best", "model", name(best), "good", told.tally().good(), "calls",
                    told.tally().calls(), "task", task, "where", told.where(), "seconds",
                    seconds(told.tally().medianMs()));
        }
        var other = known.told(cause, usual);
        return other != null
                ? Sentence.of("learning.usual", "model", name(best), "other", name(usual), "good",
                        other.tally().good(), "calls", other.tally().calls(), "task", task, "where", other.where())
                : Sentence.of("learning.elsewhere", "model", name(best));
    }

    Sentence ofTrying(String model) {
        return Sentence.of("learning.trying", "model", name(model), "task", TaskWords.said(cause.task()));
    }

    /// As people say it: without the provider, and without Ollama's usual tag.
    private static String name(String id) {
        var name = id.substring(id.indexOf('/') + 1);
        return name.endsWith(":latest") ? name.substring(0, name.length() - ":latest".length()) : name;
    }

    private static long seconds(long ms) {
        return Math.max(1, (ms + 999) / 1000);
    }
}
