package atelier.store;

import atelier.usage.Call;
import atelier.usage.CallFigures;
import atelier.usage.Calls;
import atelier.usage.Cost;
import atelier.usage.Lesson;
import atelier.usage.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Calls in the database.
public final class JdbiCalls implements Calls {
    /// More than any comparison has.
    private static final int MOST_PARTS = 10;

    private static final long EVERYBODY = -1;
    /// They say nothing of a model.
    private static final String BESIDE = "('CANCELLED', 'NO_MODEL', 'OVER_BUDGET')";
    /// A vote counts for the last call that delivered the job, and is never older than that.
    private static final String VOTED = """
            voted as (
                select (select max(id) from model_call
                        where job_id = v.job_id and outcome = 'done' and task <> 'BENCH') as call_id,
                    sum(v.liked) as likes, sum(1 - v.liked) as dislikes
                from vote v where v.voted_at >= :from
                group by v.job_id)
            """;
    /// An own server bears a mark of eleven letters from a tilde on, which nobody need see. Each call counts twice: for its task, and for all together. Percentiles are by nearest rank among what was answered.
    private static final String FIGURES = """
            with %s,
            counted as (
                select c.id, c.model, c.is_local, c.first_token_ms, c.total_ms, c.output_tokens, c.cost_usd, c.key_usd,
                    case when c.provider like '%%~%%' then substr(c.provider, 1, length(c.provider) - 11)
                        else c.provider end as provider,
                    case when c.provider like '%%~%%' then 1 else 0 end as own,
                    case when w.whole = 1 then '' else c.task end as part,
                    case when c.outcome in %s then 0 else 1 end as judged,
                    case when c.outcome = 'done' then 1 else 0 end as answered,
                    case when c.total_ms > c.first_token_ms then c.total_ms - c.first_token_ms else 0 end as writing_ms
                from model_call c cross join (select 0 as whole union all select 1) w
                where c.called_at >= :from and (w.whole = 0 or c.task <> 'BENCH')
                    and (:account < 0 or c.account_id = :account) and (:team = '' or c.team = :team)
                    and (:account >= 0 or :team <> '' or c.provider not like '%%~%%')),
            ranked as (
                select c.*,
                    row_number() over (partition by provider, model, is_local, part, answered order by first_token_ms) as first_place,
                    row_number() over (partition by provider, model, is_local, part, answered order by total_ms) as place,
                    count(*) over (partition by provider, model, is_local, part, answered) as many
                from counted c)
            select r.provider, r.model, r.is_local, min(r.own) as own, r.part, sum(r.judged) as calls, sum(r.answered) as done,
                max(case when answered = 1 and first_place = (many + 1) / 2 then first_token_ms else 0 end) as first_median,
                max(case when answered = 1 and first_place = (many * 9 + 9) / 10 then first_token_ms else 0 end) as first_p90,
                max(case when answered = 1 and place = (many + 1) / 2 then total_ms else 0 end) as total_median,
                max(case when answered = 1 and place = (many * 9 + 9) / 10 then total_ms else 0 end) as total_p90,
                sum(case when answered = 1 and writing_ms > 0 then output_tokens else 0 end) as written,
                sum(case when answered = 1 then writing_ms else 0 end) as writing_ms,
                sum(r.cost_usd) as cost, sum(r.key_usd) as key_cost, coalesce(sum(v.likes), 0) as likes, coalesce(sum(v.dislikes), 0) as dislikes
            from ranked r left join voted v on v.call_id = r.id
            group by r.provider, r.model, r.is_local, r.part
            order by r.provider, r.model, r.is_local desc, r.part"""
            .formatted(VOTED.strip(), BESIDE);
    private static final String LESSONS = """
            with %s
            select c.*, coalesce(v.likes, 0) as likes, coalesce(v.dislikes, 0) as dislikes
            from model_call c left join voted v on v.call_id = c.id
            where c.called_at >= :from and c.outcome not in %s
            order by c.called_at desc, c.id desc limit :limit""".formatted(VOTED.strip(), BESIDE);

    private final Database database;

    public JdbiCalls(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        database.write(handle -> {
            var batch = handle.prepareBatch(
                    """
                            insert into model_call (job_id, account_id, team, conversation_id, task, model, provider, is_local, input_tokens,
                                                    cached_tokens, output_tokens, first_token_ms, total_ms, outcome, cost_usd, key_usd, called_at)
                            values (:job, case when exists (select 1 from erased_account where account_id = :account) then 0 else :account end,
                                    :team, :conversation, :task, :model, :provider, :local, :in, :cached, :out, :first,
                                    :total, :outcome, :cost, :key, :at)""");
            for (var call : calls) {
                batch.bind("job", call.whom().job()).bind("account", call.whom().account())
                        .bind("team", call.whom().team()).bind("conversation", call.whom().conversation())
                        .bind("task", call.whom().task()).bind("model", call.model()).bind("provider", call.provider())
                        .bind("local", call.local() ? 1 : 0).bind("in", call.tokens().input())
                        .bind("cached", call.tokens().cached()).bind("out", call.tokens().output())
                        .bind("first", call.firstTokenMs()).bind("total", call.totalMs())
                        .bind("outcome", call.outcome()).bind("cost", call.cost().usd())
                        .bind("key", call.cost().keyUsd())
                        .bind("at", call.at().toEpochMilli()).add();
            }
            return batch.execute();
        });
    }

    @Override
    public List<CallFigures> figures(Scope scope, Instant from) {
        return database.read(handle -> handle.createQuery(FIGURES).bind("from", from.toEpochMilli())
                .bind("account", scope instanceof Scope.Person(var account) ? account : EVERYBODY)
                .bind("team", scope instanceof Scope.Chat(var chatKey) ? chatKey : "")
                .map((row, _) -> figures(row)).list());
    }

    private static CallFigures figures(ResultSet row) throws SQLException {
        var writingMs = row.getLong("writing_ms");
        return new CallFigures(row.getString("provider"), row.getString("model"), row.getInt("is_local") == 1,
                row.getInt("own") == 1, row.getString("part"), row.getLong("calls"), row.getLong("done"),
                new CallFigures.Times(row.getLong("first_median"), row.getLong("first_p90")),
                new CallFigures.Times(row.getLong("total_median"), row.getLong("total_p90")),
                writingMs == 0 ? 0 : 1000.0 * row.getLong("written") / writingMs,
                new Cost(row.getDouble("cost"), row.getDouble("key_cost")),
                row.getLong("likes"), row.getLong("dislikes"));
    }

    @Override
    public Cost spent(String job) {
        return database.read(handle -> handle.createQuery("""
                select coalesce(sum(cost_usd), 0) as cost, coalesce(sum(key_usd), 0) as key_cost from model_call
                where job_id in (<jobs>)""").bindList("jobs", withParts(job))
                .map((row, _) -> new Cost(row.getDouble("cost"), row.getDouble("key_cost"))).one());
    }

    /// Each by its name: an index serves no beginnings of names.
    private static List<String> withParts(String job) {
        return Stream.concat(Stream.of(job), IntStream.range(0, MOST_PARTS).mapToObj(part -> job + "." + part))
                .toList();
    }

    @Override
    public List<Lesson> lessons(Instant from, int limit) {
        return database.read(handle -> handle.createQuery(LESSONS).bind("from", from.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new Lesson(row.getLong("account_id"), row.getString("team"), row.getString("task"),
                        row.getString("provider") + "/" + row.getString("model"),
                        row.getString("outcome").equals(Call.DONE), row.getLong("total_ms"), row.getInt("likes"),
                        row.getInt("dislikes"), Instant.ofEpochMilli(row.getLong("called_at"))))
                .list());
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from model_call where called_at < :before")
                .bind("before", before.toEpochMilli()).execute());
    }
}
