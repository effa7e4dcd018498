package atelier.store;

import atelier.usage.Usage;
import atelier.usage.UsageLog;
import java.time.Instant;

/// Usage in the database.
public final class JdbiUsageLog implements UsageLog {
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
                                                         output_tokens, first_token_ms, total_ms, cost_usd, outcome, used_at)
                                values (:job, :account, :conversation, :task, :model, :provider, :local, :in, :out, :first, :total, :cost,
                                        :outcome, :at)""")
                .bind("job", usage.job()).bind("account", usage.account()).bind("conversation", usage.conversation())
                .bind("task", usage.task()).bind("model", usage.model()).bind("provider", usage.provider())
                .bind("local", usage.local() ? 1 : 0).bind("in", usage.inputTokens()).bind("out", usage.outputTokens())
                .bind("first", usage.firstTokenMs()).bind("total", usage.totalMs()).bind("cost", usage.costUsd())
                .bind("outcome", usage.outcome()).bind("at", usage.at().toEpochMilli()).execute());
    }

    @Override
    public Totals totals(long account, Instant from) {
        return database.read(handle -> handle.createQuery("""
                select count(*) as answers, coalesce(sum(input_tokens), 0) as tokens_in,
                       coalesce(sum(output_tokens), 0) as tokens_out, coalesce(sum(cost_usd), 0) as cost
                from usage_entry where account_id = :account and used_at >= :from and outcome = 'done'""")
                .bind("account", account).bind("from", from.toEpochMilli())
                .map((row, _) -> new Totals(row.getLong("answers"), row.getLong("tokens_in"), row.getLong("tokens_out"),
                        row.getDouble("cost")))
                .one());
    }
}
