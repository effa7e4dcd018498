package atelier.store;

import atelier.usage.Votes;
import java.time.InstantSource;
import java.util.Optional;

/// Votes in the database.
public final class JdbiVotes implements Votes {
    private final Database database;
    private final InstantSource clock;

    public JdbiVotes(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void vote(String job, long account, boolean liked) {
        database.write(handle -> handle.createUpdate("""
                insert into vote (job_id, account_id, liked, voted_at) values (:job, :account, :liked, :now)
                on conflict (job_id, account_id) do update set liked = excluded.liked, voted_at = excluded.voted_at""")
                .bind("job", job).bind("account", account).bind("liked", liked ? 1 : 0)
                .bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public void takeBack(String job, long account) {
        database.write(handle -> handle
                .createUpdate("delete from vote where job_id = :job and account_id = :account").bind("job", job)
                .bind("account", account).execute());
    }

    @Override
    public Optional<Boolean> of(String job, long account) {
        return database.read(handle -> handle
                .createQuery("select liked from vote where job_id = :job and account_id = :account").bind("job", job)
                .bind("account", account).mapTo(Integer.class).findOne().map(liked -> liked == 1));
    }
}
