package atelier.store;

import atelier.quota.Ledger;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/// The ledger in the database: one counter a day and account, one row a reservation.
public final class JdbiLedger implements Ledger {
    private final Database database;
    private final InstantSource clock;

    public JdbiLedger(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean take(long account, LocalDate day, int limit, String job, int count) {
        return database.write(handle -> isReserved(handle, job)
                || (count(handle, account, day, limit, count) && reserve(handle, account, day, job, count)));
    }

    private static boolean isReserved(Handle handle, String job) {
        return handle.createQuery("select count(*) from reservation where job_id = :job").bind("job", job)
                .mapTo(Integer.class).one() > 0;
    }

    /// Comparing and counting in one statement, so that no two pieces of work can take the last place.
    private static boolean count(Handle handle, long account, LocalDate day, int limit, int count) {
        handle.createUpdate("""
                insert into ledger_day (account_id, day, used) values (:account, :day, 0)
                on conflict (account_id, day) do nothing""")
                .bind("account", account).bind("day", day.toString()).execute();
        return handle.createUpdate("""
                update ledger_day set used = used + :count
                where account_id = :account and day = :day and used + :count <= :limit""")
                .bind("account", account).bind("day", day.toString()).bind("limit", limit).bind("count", count)
                .execute() == 1;
    }

    private boolean reserve(Handle handle, long account, LocalDate day, String job, int count) {
        handle.createUpdate("""
                insert into reservation (job_id, account_id, day, state, messages, changed_at)
                values (:job, :account, :day, 'reserved', :count, :now)""")
                .bind("job", job).bind("account", account).bind("day", day.toString()).bind("count", count)
                .bind("now", clock.instant().toEpochMilli()).execute();
        return true;
    }

    @Override
    public void settle(String job, int kept) {
        database.write(handle -> {
            finish(handle, job, kept).filter(taken -> taken > kept)
                    .ifPresent(taken -> giveBack(handle, job, taken - kept));
            return true;
        });
    }

    /// @return how many messages had been taken; empty when nothing was to be finished
    private Optional<Integer> finish(Handle handle, String job, int kept) {
        return handle.createQuery("""
                update reservation set state = :state, changed_at = :now
                where job_id = :job and state = 'reserved' returning messages""")
                .bind("state", kept == 0 ? "released" : "settled").bind("job", job)
                .bind("now", clock.instant().toEpochMilli()).mapTo(Integer.class).findOne();
    }

    private static void giveBack(Handle handle, String job, int count) {
        handle.createUpdate("""
                update ledger_day set used = used - :count
                where (account_id, day) = (select account_id, day from reservation where job_id = :job)""")
                .bind("job", job).bind("count", count).execute();
    }

    @Override
    public int used(long account, LocalDate day) {
        return database.read(handle -> handle
                .createQuery("select used from ledger_day where account_id = :account and day = :day")
                .bind("account", account).bind("day", day.toString()).mapTo(Integer.class).findOne().orElse(0));
    }
}
