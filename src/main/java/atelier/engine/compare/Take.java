package atelier.engine.compare;

import atelier.create.Check;
import atelier.create.Creation;
import atelier.generation.Answer.Answered;
import atelier.language.Phrases;
import java.util.regex.Pattern;

/// What one model came up with.
public sealed interface Take {
    /// From 1, in the order the models were named.
    int place();

    /// As the router was asked for it.
    String model();

    /// As people read it, different for each.
    String name();

    /// Names this model's part of a job, in usage and votes.
    default String part(String job) {
        return part(job, place());
    }

    /// The same by the place.
    static String part(String job, int place) {
        return job + "." + place;
    }

    /// @param answered the model that answered, which may be a fallback of the one asked
    record Made(int place, String model, String name, Creation creation, Answered answered) implements Take {
        long failedChecks() {
            return creation.checks().stream().filter(check -> !check.passed()).count();
        }

        String checked(Phrases phrases) {
            var failed = creation.checks().stream().filter(check -> !check.passed()).map(Check::name).toList();
            return failed.isEmpty()
                    ? phrases.say("compare.checks.passed", "count", creation.checks().size())
                    : phrases.say("compare.checks.failed", "failed", failed.size(), "count", creation.checks().size());
        }

        long tokens() {
            return answered.inputTokens() + answered.outputTokens();
        }
    }

    /// @param sentence why there is nothing
    record Missed(int place, String model, String name, String sentence) implements Take {
        private static final int SHORT = 100;
        /// Of a sentence; in Chinese nothing stands behind it.
        private static final Pattern END = Pattern.compile("(?<=[.!?”])\\s+(?=\\p{Lu})|(?<=[。！？])");

        /// Without the way out, to stand in a table.
        String reason() {
            var first = END.split(sentence, 2)[0].replace('\n', ' ');
            return first.codePointCount(0, first.length()) <= SHORT
                    ? first
                    : first.substring(0, first.offsetByCodePoints(0, SHORT)) + "…";
        }
    }
}
