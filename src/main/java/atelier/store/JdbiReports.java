package atelier.store;

import atelier.engine.community.Reports;
import java.time.Instant;
import java.util.List;

/// Reports in the database.
final class JdbiReports implements Reports {
    private final Database database;

    JdbiReports(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Report report) {
        return database.write(handle -> handle.createUpdate("""
                insert into report (account_id, chat_key, subject, excerpt, link, reported_at)
                values (:account, :chat, :subject, :excerpt, :link, :at)
                on conflict (account_id, subject) do nothing""").bind("account", report.account())
                .bind("chat", report.chatKey()).bind("subject", report.subject()).bind("excerpt", report.excerpt())
                .bind("link", report.link()).bind("at", report.at().toEpochMilli()).execute() == 1);
    }

    @Override
    public int count(long account, Instant from) {
        return database.read(handle -> handle
                .createQuery("select count(*) from report where account_id = :account and reported_at >= :from")
                .bind("account", account).bind("from", from.toEpochMilli()).mapTo(Integer.class).one());
    }

    @Override
    public List<Report> newest(int atMost) {
        return database.read(handle -> handle.createQuery("select * from report order by id desc limit :most")
                .bind("most", atMost)
                .map((row, _) -> new Report(row.getLong("account_id"), row.getString("chat_key"),
                        row.getString("subject"), row.getString("excerpt"), row.getString("link"),
                        Instant.ofEpochMilli(row.getLong("reported_at"))))
                .list());
    }
}
