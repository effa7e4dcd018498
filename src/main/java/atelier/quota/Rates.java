package atelier.quota;

import atelier.account.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/// Requests a minute for each account, charged or not. Kept in memory: a restart starts every minute anew.
public final class Rates {
    private static final int REFUSALS_TOLD = 3;

    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10)).build();
    private final Cache<Long, Bucket> refusals = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10)).build();
    private final TimeMeter meter;

    public Rates(InstantSource clock) {
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

    /// Takes one request.
    ///
    /// @return zero when granted, else how long until the next one is
    public Duration take(Account account) {
        var bucket = buckets.get(account.id(), _ -> bucketFor(account));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /// Whether a refusal is worth telling: a few times a minute, so that a flood is not answered with a flood.
    public boolean mayTell(Account account) {
        return refusals.get(account.id(), _ -> bucketOf(REFUSALS_TOLD)).tryConsume(1);
    }

    private Bucket bucketFor(Account account) {
        return bucketOf(account.tier().requestsPerMinute());
    }

    private Bucket bucketOf(int perMinute) {
        return Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build();
    }
}
