package atelier.store;

import atelier.quota.Charge;
import atelier.quota.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    public boolean take(long account, LocalDate day, int limit, String job, int count) {
        return database.write(handle -> {
            if (!reserve(handle, account, day, job, count)) {
                return true;
            }
            var isCounted = count(handle, account, day, limit, count);
            if (!isCounted) {
                forget(handle, job);
            }
            return isCounted;
        });
    }

    /// @return false when it was reserved before
    private boolean reserve(Handle handle, long account, LocalDate day, String job, int count) {
        return handle.createUpdate("""
                insert into reservation (job_id, account_id, day, state, messages, changed_at)
                values (:job, :account, :day, 'reserved', :count, :now) on conflict (job_id) do nothing""")
                .bind("job", job).bind("account", account).bind("day", day.toString()).bind("count", count)
                .bind("now", clock.instant().toEpochMilli()).execute() == 1;
    }

    /// Comparing and counting in one statement, so that no two pieces of work can take the last place.
    private static boolean count(Handle handle, long account, LocalDate day, int limit, int count) {
        return handle.createUpdate("""
                insert into ledger_day (account_id, day, used) select :account, :day, :count where :count <= :limit
                on conflict (account_id, day) do update set used = ledger_day.used + :count
                where ledger_day.used + :count <= :limit""")
                .bind("account", account).bind("day", day.toString()).bind("limit", limit).bind("count", count)
                .execute() == 1;
    }

    private static void forget(Handle handle, String job) {
        handle.createUpdate("delete from reservation where job_id = :job").bind("job", job).execute();
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
                update reservation set state = :state, changed_at = :now,
                    kept = case when messages < :kept then messages else :kept end
                where job_id = :job and state = 'reserved' returning messages""")
                .bind("state", kept == 0 ? "released" : "settled").bind("job", job).bind("kept", kept)
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

    @Override
    public List<Charge> charges(long account, LocalDate day) {
        return database.read(handle -> handle.createQuery(
                """
                        select r.state, r.messages, coalesce(r.kept, case when r.state = 'released' then 0 else r.messages end)
                            as kept, r.changed_at, j.state as ending, j.words, j.created_at
                        from reservation r left join job j on j.id = r.job_id
                        where r.account_id = :account and r.day = :day order by coalesce(j.created_at, r.changed_at), r.job_id""")
                .bind("account", account).bind("day", day.toString()).map((row, _) -> charge(row)).list());
    }

    private static Charge charge(ResultSet row) throws SQLException {
        var words = row.getString("words");
        var at = row.getLong("created_at");
        var ending = row.getString("ending");
        var kept = row.getInt("kept");
        var isUnderway = row.getString("state").equals("reserved");
        return new Charge(Instant.ofEpochMilli(at == 0 ? row.getLong("changed_at") : at), words == null ? "" : words,
                row.getInt("messages"), kept, isUnderway
                        ? Charge.Ending.UNDERWAY
                        : kept > 0
                                ? Charge.Ending.DELIVERED
                                : switch (ending == null ? "" : ending) {
                                    case "CANCELLED" -> Charge.Ending.STOPPED;
                                    case "DONE", "UNDONE" -> Charge.Ending.REMEMBERED;
                                    case String _ -> Charge.Ending.FAILED;
                                });
    }
}
