package atelier.generation.transport;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a server asks to wait.
public final class RetryAfter {
    private RetryAfter() {}

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
