package atelier.store;

import atelier.usage.Cost;
import atelier.usage.ModelFigures;
import atelier.usage.Scope;
import atelier.usage.Usage;
import atelier.usage.UsageLog;
import atelier.usage.UsageSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Usage in the database.
public final class JdbiUsageLog implements UsageLog {
    private static final long EVERYBODY = -1;
    /// Each entry counts twice: for its task, and for all together. Percentiles are by nearest rank among what was delivered;
    /// a vote counts for the last model that delivered the job.
    private static final String MODELS = """
            with counted as (
                select u.id, u.job_id, u.provider, u.model, u.is_local, u.outcome, u.total_ms, u.input_tokens, u.output_tokens,
                       u.cost_usd, u.key_usd, case when w.whole = 1 then '' else u.task end as task
                from usage_entry u cross join (select 0 as whole union all select 1) w
                where u.model is not null and u.provider is not null and u.used_at >= :from
                    and (:account < 0 or u.account_id = :account)
                    and (:chat = '' or u.conversation_id in (select id from conversation where chat_key = :chat))),
            ranked as (
                select c.*,
                    row_number() over (partition by provider, model, task, outcome order by total_ms) as place,
                    count(*) over (partition by provider, model, task, outcome) as many
                from counted c),
            voted as (
                select v.job_id, max(d.last_id) as entry_id, sum(v.liked) as likes, sum(1 - v.liked) as dislikes
                from vote v join (select job_id, max(id) as last_id from usage_entry
                    where outcome = 'done' and model is not null group by job_id) d on d.job_id = v.job_id
                group by v.job_id)
            select r.provider, r.model, min(r.is_local) as is_local, r.task, count(*) as calls,
                sum(case when r.outcome = 'done' then 1 else 0 end) as done,
                coalesce(max(case when r.outcome = 'done' and r.place = (r.many + 1) / 2 then r.total_ms end), 0)
                    as median_ms,
                coalesce(max(case when r.outcome = 'done' and r.place = (r.many * 95 + 99) / 100 then r.total_ms end), 0)
                    as p95_ms,
                sum(r.input_tokens) as tokens_in, sum(r.output_tokens) as tokens_out, sum(r.cost_usd) as cost,
                sum(r.key_usd) as key_cost,
                coalesce(sum(v.likes), 0) as likes, coalesce(sum(v.dislikes), 0) as dislikes
            from ranked r left join voted v on v.entry_id = r.id
            group by r.provider, r.model, r.task
            order by r.provider, r.model, r.task""";

    private final Database database;

    public JdbiUsageLog(Database database) {
        this.database = database;
    }

    @Override
    public void record(Usage usage) {
        database.write(handle -> handle
                .createUpdate(
                        """
                                insert into usage_entry (job_id, account_id, conversation_id, task, model, provider, is_local, input_tokens,
                                                         output_tokens, first_token_ms, total_ms, cost_usd, key_usd, outcome,
                                                         used_at)
                                values (:job, :account, :conversation, :task, :model, :provider, :local, :in, :out, :first, :total, :cost, :key,
                                        :outcome, :at)""")
                .bind("job", usage.job()).bind("account", usage.account()).bind("conversation", usage.conversation())
                .bind("task", usage.task()).bind("model", usage.model()).bind("provider", usage.provider())
                .bind("local", usage.local() ? 1 : 0).bind("in", usage.inputTokens()).bind("out", usage.outputTokens())
                .bind("first", usage.firstTokenMs()).bind("total", usage.totalMs()).bind("cost", usage.cost().usd())
                .bind("key", usage.cost().keyUsd())
                .bind("outcome", usage.outcome()).bind("at", usage.at().toEpochMilli()).execute());
    }

    @Override
    public Totals totals(long account, Instant from) {
        return database.read(handle -> handle.createQuery("""
                select coalesce(sum(case when outcome = 'done' then 1 else 0 end), 0) as answers,
                       coalesce(sum(case when outcome = 'done' then input_tokens else 0 end), 0) as tokens_in,
                       coalesce(sum(case when outcome = 'done' then output_tokens else 0 end), 0) as tokens_out,
                       coalesce(min(is_local), 1) as is_local, coalesce(sum(cost_usd), 0) as cost,
                       coalesce(sum(key_usd), 0) as key_cost
                from usage_entry where account_id = :account and used_at >= :from""")
                .bind("account", account).bind("from", from.toEpochMilli())
                .map((row, _) -> new Totals(row.getLong("answers"), row.getLong("tokens_in"), row.getLong("tokens_out"),
                        row.getInt("is_local") == 1, new Cost(row.getDouble("cost"), row.getDouble("key_cost"))))
                .one());
    }

    @Override
    public List<ModelFigures> models(Scope scope, Instant from) {
        return database.read(handle -> handle.createQuery(MODELS)
                .bind("from", from.toEpochMilli())
                .bind("account", scope instanceof Scope.Person(var account) ? account : EVERYBODY)
                .bind("chat", scope instanceof Scope.Chat(var chatKey) ? chatKey : "")
                .map((row, _) -> new ModelFigures(row.getString("provider"), row.getString("model"),
                        row.getInt("is_local") == 1, row.getString("task"), row.getLong("calls"), row.getLong("done"),
                        row.getLong("median_ms"),
                        row.getLong("p95_ms"), row.getLong("tokens_in"), row.getLong("tokens_out"),
                        new Cost(row.getDouble("cost"), row.getDouble("key_cost")), row.getLong("likes"),
                        row.getLong("dislikes")))
                .list());
    }

    @Override
    public Optional<Answerer> answerer(String job) {
        return database.read(handle -> handle.createQuery("""
                select provider, model from usage_entry where job_id = :job and outcome = 'done' and model is not null
                order by id desc limit 1""").bind("job", job)
                .map((row, _) -> new Answerer(row.getString("provider"), row.getString("model"))).findOne());
    }

    @Override
    public boolean answeredIn(long conversation, String provider, String model) {
        return database.read(handle -> handle.createQuery("""
                select 1 from usage_entry where conversation_id = :conversation and provider = :provider
                    and model = :model and outcome = 'done' limit 1""").bind("conversation", conversation)
                .bind("provider", provider).bind("model", model).mapTo(Integer.class).findOne().isPresent());
    }

    @Override
    public List<UsageSlot> slots(Scope scope, Instant from) {
        return database.read(handle -> handle
                .createQuery(
                        """
                                select used_at / 900000 as slot, coalesce(provider, '') as provider, coalesce(model, '') as model,
                                    min(is_local) as is_local, sum(case when outcome = 'done' then 1 else 0 end) as answers,
                                    sum(input_tokens) as tokens_in, sum(output_tokens) as tokens_out, sum(cost_usd) as cost, sum(key_usd) as key_cost
                                from usage_entry where used_at >= :from and (:account < 0 or account_id = :account)
                                    and (:chat = '' or conversation_id in (select id from conversation where chat_key = :chat))
                                group by 1, 2, 3 order by 1, 2, 3""")
                .bind("from", from.toEpochMilli())
                .bind("account", scope instanceof Scope.Person(var account) ? account : EVERYBODY)
                .bind("chat", scope instanceof Scope.Chat(var chatKey) ? chatKey : "")
                .map((row, _) -> new UsageSlot(Instant.ofEpochMilli(row.getLong("slot") * 900_000),
                        row.getString("provider"), row.getString("model"), row.getInt("is_local") == 1,
                        row.getLong("answers"), row.getLong("tokens_in"), row.getLong("tokens_out"),
                        new Cost(row.getDouble("cost"), row.getDouble("key_cost"))))
                .list());
    }
}
