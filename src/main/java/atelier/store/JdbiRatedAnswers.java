package atelier.store;

import atelier.usage.RatedAnswer;
import atelier.usage.RatedAnswers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Consent to training, and what was rated since, in the database.
public final class JdbiRatedAnswers implements RatedAnswers {
    private final Database database;
    private final InstantSource clock;

    public JdbiRatedAnswers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void optIn(long account) {
        database.write(handle -> handle.createUpdate("""
                insert into training_consent (account_id, since) values (:account, :now)
                on conflict (account_id) do nothing""")
                .bind("account", account).bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public void optOut(long account) {
        database.write(handle -> handle.createUpdate("delete from training_consent where account_id = :account")
                .bind("account", account).execute());
    }

    @Override
    public Optional<Instant> optedIn(long account) {
        return database.read(handle -> handle
                .createQuery("select since from training_consent where account_id = :account")
                .bind("account", account).mapTo(Long.class).findOne().map(Instant::ofEpochMilli));
    }

    @Override
    public void note(String part, String job, String asked, String said) {
        database.write(handle -> handle
                .createUpdate(
                        """
                                insert into compared_answer (part, job_id, asked, said, said_at) values (:part, :job, :asked, :said, :now)
                                on conflict (part) do nothing""")
                .bind("part", part).bind("job", job).bind("asked", asked).bind("said", said)
                .bind("now", clock.instant().toEpochMilli()).execute());
    }

    /// The words of others stay out, though one may vote on them: the work itself must be the person's.
    @Override
    public List<RatedAnswer> of(long account, int limit) {
        return database.read(handle -> handle.createQuery("""
                select asked.words as prompt, said.words as answer, said.said_at, u.provider, u.model, u.task, v.liked,
                    v.voted_at as voted_at, v.job_id as voted_on
                from training_consent c
                    join vote v on v.account_id = c.account_id and v.voted_at >= c.since
                    join job j on j.id = v.job_id and j.account_id = c.account_id
                    join usage_entry u on u.id = (select max(id) from usage_entry
                        where job_id = j.id and outcome = 'done' and model is not null)
                    join turn asked on asked.id = (select min(id) from turn where job_id = j.id and role = 'PERSON')
                    join turn said on said.id = (select max(id) from turn where job_id = j.id and role = 'ASSISTANT')
                where c.account_id = :account
                union all
                select a.asked as prompt, a.said as answer, a.said_at, u.provider, u.model, u.task, v.liked, v.voted_at,
                    v.job_id
                from training_consent c
                    join vote v on v.account_id = c.account_id and v.voted_at >= c.since
                    join compared_answer a on a.part = v.job_id
                    join job j on j.id = a.job_id and j.account_id = c.account_id
                    join usage_entry u on u.id = (select max(id) from usage_entry
                        where job_id = a.part and outcome = 'done' and model is not null)
                where c.account_id = :account
                order by voted_at desc, voted_on desc limit :limit""")
                .bind("account", account).bind("limit", limit)
                .map((row, _) -> new RatedAnswer(row.getString("prompt"), row.getString("answer"),
                        row.getString("provider") + "/" + row.getString("model"), row.getInt("liked") == 1,
                        row.getString("task"), Instant.ofEpochMilli(row.getLong("said_at"))))
                .list());
    }
}
