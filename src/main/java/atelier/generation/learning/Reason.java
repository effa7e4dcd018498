package atelier.generation.learning;

import atelier.generation.Terms;
import atelier.usage.TaskWords;
import java.util.Locale;

/// Says in one line why a model was put first.
final class Reason {
    private final Experience known;
    private final Terms.Cause cause;

    Reason(Experience known, Terms.Cause cause) {
        this.known = known;
        this.cause = cause;
    }

    /// By what it did, or, where it did little, by what the usual one did not.
    String of(String best, String usual) {
        var told = known.told(cause, best);
        if (told != null) {
            return "%s first: %s went well %s, half within %s".formatted(name(best), counted(told.tally()),
                    told.where(), seconds(told.tally().medianMs()));
        }
        var other = known.told(cause, usual);
        return other != null
                ? "%s first: of %s only %s went well %s".formatted(name(best), name(usual), counted(other.tally()),
                        other.where())
                : name(best) + " first: it did better at other tasks";
    }

    String ofTrying(String model) {
        return "%s first, to see how it does at %s tasks".formatted(name(model), TaskWords.of(cause.task()));
    }

    private String counted(Tally tally) {
        return "%d of %d %s tasks".formatted(tally.good(), tally.calls(), TaskWords.of(cause.task()));
    }

    /// As people say it: without the provider, and without Ollama's usual tag.
    private static String name(String id) {
        var name = id.substring(id.indexOf('/') + 1);
        return name.endsWith(":latest") ? name.substring(0, name.length() - ":latest".length()) : name;
    }

    private static String seconds(long ms) {
        return ms < 1000 ? "1 s" : String.format(Locale.ROOT, "%d s", (ms + 999) / 1000);
    }
}
