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
    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
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

    private Bucket bucketFor(Account account) {
        var perMinute = account.tier().requestsPerMinute();
        return Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build();
    }
}
