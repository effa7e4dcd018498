package atelier.generation.transport;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a server asks to wait.
public final class RetryAfter {
    private RetryAfter() {}

    /// The trouble of being asked to wait, which says how long where that is worth knowing.
    ///
    /// @param wait null when the server did not say
    public static Trouble slowDown(@Nullable Duration wait) {
        return wait == null || wait.toSeconds() < 1
                ? new Trouble(Failure.RATE_LIMITED, "asks to slow down", true, wait)
                : new Trouble(Failure.RATE_LIMITED, "asks to wait " + Watchdog.words(wait), true, wait);
    }

    /// From the header `Retry-After`, in its form of seconds; the form with a date counts as not given. OpenAI's finer header goes first.
    static @Nullable Duration of(HttpHeaders headers) {
        String fine = headers.firstValue("Retry-After-Ms").orElse("");
        if (fine.matches("\\d{1,10}")) {
            return Duration.ofMillis(Long.parseLong(fine));
        }
        return headers.firstValue("Retry-After").map(RetryAfter::seconds).orElse(null);
    }

    /// @param text seconds, perhaps with a fraction and a final `s` (`26.8s`)
    /// @return null when it is no such text
    public static @Nullable Duration seconds(String text) {
        String number = text.strip().replaceFirst("s$", "");
        if (!number.matches("\\d{1,7}(\\.\\d{1,12})?")) {
            return null;
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000));
    }
}
