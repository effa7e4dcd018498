package atelier.store;

import atelier.quota.Ledger;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// The ledger in the database: one counter a day and account, one row a reservation.
public final class JdbiLedger implements Ledger {
    private final Database database;
    private final InstantSource clock;

    public JdbiLedger(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean take(long account, LocalDate day, int limit, String job) {
        return database.write(handle -> isReserved(handle, job)
                || (count(handle, account, day, limit) && reserve(handle, account, day, job)));
    }

    private static boolean isReserved(Handle handle, String job) {
        return handle.createQuery("select count(*) from reservation where job_id = :job").bind("job", job)
                .mapTo(Integer.class).one() > 0;
    }

    /// Comparing and counting in one statement, so that no two messages can take the last place.
    private static boolean count(Handle handle, long account, LocalDate day, int limit) {
        handle.createUpdate("""
                insert into ledger_day (account_id, day, used) values (:account, :day, 0)
                on conflict (account_id, day) do nothing""")
                .bind("account", account).bind("day", day.toString()).execute();
        return handle.createUpdate("""
                update ledger_day set used = used + 1 where account_id = :account and day = :day and used < :limit""")
                .bind("account", account).bind("day", day.toString()).bind("limit", limit).execute() == 1;
    }

    private boolean reserve(Handle handle, long account, LocalDate day, String job) {
        handle.createUpdate("""
                insert into reservation (job_id, account_id, day, state, changed_at)
                values (:job, :account, :day, 'reserved', :now)""")
                .bind("job", job).bind("account", account).bind("day", day.toString())
                .bind("now", clock.instant().toEpochMilli()).execute();
        return true;
    }

    @Override
    public void settle(String job) {
        database.write(handle -> finish(handle, job, "settled"));
    }

    @Override
    public void release(String job) {
        database.write(handle -> finish(handle, job, "released") && giveBack(handle, job));
    }

    private boolean finish(Handle handle, String job, String state) {
        return handle.createUpdate("""
                update reservation set state = :state, changed_at = :now where job_id = :job and state = 'reserved'""")
                .bind("state", state).bind("job", job).bind("now", clock.instant().toEpochMilli()).execute() == 1;
    }

    private static boolean giveBack(Handle handle, String job) {
        return handle.createUpdate("""
                update ledger_day set used = used - 1
                where (account_id, day) = (select account_id, day from reservation where job_id = :job)""")
                .bind("job", job).execute() == 1;
    }

    @Override
    public int used(long account, LocalDate day) {
        return database.read(handle -> handle
                .createQuery("select used from ledger_day where account_id = :account and day = :day")
                .bind("account", account).bind("day", day.toString()).mapTo(Integer.class).findOne().orElse(0));
    }
}
