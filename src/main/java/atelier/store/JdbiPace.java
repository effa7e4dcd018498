package atelier.store;

import atelier.quota.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The pace of requests in the database, one number an account: the time at which its next request would come if it kept
/// its pace exactly (the generic cell rate algorithm, ITU-T I.371). Requests ahead of that by up to a minute are in time.
public final class JdbiPace implements Pace {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos() / 1000;

    private final Database database;
    private final InstantSource clock;

    public JdbiPace(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Duration take(long account, int perMinute) {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var step = MINUTE / perMinute;
        var last = now + step * (perMinute - 1L);
        return database.write(handle -> isTaken(handle, account, now, step, last)
                ? Duration.ZERO
                : Duration.of(next(handle, account) - last, ChronoUnit.MICROS));
    }

    private static boolean isTaken(Handle handle, long account, long now, long step, long last) {
        return handle.createUpdate("""
                insert into request_pace (account_id, next_at) values (:account, :now + :step)
                on conflict (account_id) do update set
                    next_at = case when request_pace.next_at > :now then request_pace.next_at else :now end + :step
                where request_pace.next_at <= :last""").bind("account", account).bind("now", now).bind("step", step)
                .bind("last", last).execute() == 1;
    }

    private static long next(Handle handle, long account) {
        return handle.createQuery("select next_at from request_pace where account_id = :account")
                .bind("account", account).mapTo(Long.class).one();
    }
}
