package atelier.quota;

import atelier.account.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/// Requests a minute for each account, charged or not.
public final class Rates {
    private static final int REFUSALS_TOLD = 3;

    private final Pace pace;
    private final Cache<Long, Bucket> refusals = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10)).build();
    private final TimeMeter meter;

    public Rates(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                var now = clock.instant();
                return now.getEpochSecond() * 1_000_000_000L + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /// Takes one request, in the current transaction.
    ///
    /// @return zero when granted, else how long until the next one is
    public Duration take(Account account) {
        return pace.take(account.id(), account.tier().requestsPerMinute());
    }

    /// Whether a refusal is worth telling: a few times a minute, so that a flood is not answered with a flood. Counted by
    /// each node for itself.
    public boolean mayTell(Account account) {
        return refusals.get(account.id(), _ -> Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(REFUSALS_TOLD).refillGreedy(REFUSALS_TOLD, Duration.ofMinutes(1)))
                .build()).tryConsume(1);
    }
}
