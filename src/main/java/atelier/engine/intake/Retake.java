package atelier.engine.intake;

import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `/retry` says besides itself: which work, and with which model; both may be missing.
///
/// @param id   of the job; null for the last one
/// @param name of the model; null for the same as before
record Retake(@Nullable String id, @Nullable String name) {
    private static final Pattern WORDS = Pattern
            .compile(
                    "(?is)/(?:retry|again)(?:@\\w+)?(?:\\s++(j[0-9a-z]{8,}))?(?:\\s++(?:with|using)\\s++(\\S.{0,299}))?");

    static Retake of(String words) {
        var match = WORDS.matcher(words.strip());
        return match.matches() ? new Retake(match.group(1), match.group(2)) : new Retake(null, null);
    }

    /// The person's own job of that id.
    Optional<Job> job(long account, Jobs jobs) {
        return Optional.ofNullable(id).flatMap(named -> jobs.find(account, named));
    }

    Optional<String> model() {
        return Optional.ofNullable(name).map(String::strip);
    }
}
