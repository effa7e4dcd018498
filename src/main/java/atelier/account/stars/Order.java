package atelier.account.stars;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription somebody asked for, paid or not.
///
/// @param id       what the invoice carries; at most 128 bytes
/// @param buyer    Telegram's number of the only person who may pay it
/// @param stars    for each period, as it was when they asked
/// @param renews   whether it goes on by itself, as far as we know
/// @param ends     until when what was paid and not given back counts; null when nothing is
/// @param charges  the platform's ids of what was paid and not given back, oldest first
public record Order(String id, String buyer, String tier, int stars, boolean renews, @Nullable Instant ends,
        List<String> charges) {
    /// The only one Telegram takes: 2,592,000 seconds.
    public static final Duration PERIOD = Duration.ofDays(30);
    /// What prices are in.
    public static final String CURRENCY = "XTR";

    public Order {
        charges = List.copyOf(charges);
    }

    public boolean isRunning(Instant now) {
        return ends != null && ends.isAfter(now);
    }
}
