package atelier.store;

import atelier.engine.community.Bans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Bans in the database.
final class JdbiBans implements Bans {
    private final Database database;

    JdbiBans(Database database) {
        this.database = database;
    }

    @Override
    public void ban(Ban ban) {
        database.write(handle -> handle.createUpdate("""
                insert into ban (platform, platform_id, reason, banned_by, banned_at, is_told, is_enforced)
                values (:platform, :id, :reason, :by, :at, 0, 0)
                on conflict (platform, platform_id) do update set reason = excluded.reason,
                    banned_by = excluded.banned_by, banned_at = excluded.banned_at, is_told = 0, is_enforced = 0""")
                .bind("platform", ban.platform()).bind("id", ban.id()).bind("reason", ban.reason())
                .bind("by", ban.by()).bind("at", ban.at().toEpochMilli()).execute());
    }

    @Override
    public boolean lift(String platform, String id) {
        return database.write(handle -> handle
                .createUpdate("delete from ban where platform = :platform and platform_id = :id")
                .bind("platform", platform).bind("id", id).execute() > 0);
    }

    @Override
    public Optional<Ban> of(long account) {
        return database.read(handle -> handle.createQuery("""
                select ban.* from ban join identity on identity.platform = ban.platform
                    and identity.platform_id = ban.platform_id
                where identity.account_id = :account""").bind("account", account)
                .map((row, _) -> ban(row)).list()).stream().min(Comparator.comparing(Ban::at));
    }

    @Override
    public boolean tell(Ban ban) {
        return database.write(handle -> handle.createUpdate("""
                update ban set is_told = 1 where platform = :platform and platform_id = :id and is_told = 0""")
                .bind("platform", ban.platform()).bind("id", ban.id()).execute() == 1);
    }

    @Override
    public boolean hasToEnforce() {
        return database.read(handle -> handle.createQuery("select count(*) from ban where is_enforced = 0")
                .mapTo(Integer.class).one()) > 0;
    }

    @Override
    public List<Long> toEnforce() {
        return database.write(handle -> {
            var fresh = handle.createQuery("""
                    update ban set is_enforced = 1 where is_enforced = 0 returning *""").map((row, _) -> ban(row))
                    .list();
            return fresh.isEmpty()
                    ? List.<Long>of()
                    : handle.createQuery(
                            """
                                    select distinct account_id from identity where platform || ':' || platform_id in (<keys>)""")
                            .bindList("keys", fresh.stream().map(Ban::whom).toList()).mapTo(Long.class).list();
        });
    }

    @Override
    public List<Ban> all() {
        return database.read(handle -> handle.createQuery("select * from ban order by banned_at desc, platform_id")
                .map((row, _) -> ban(row)).list());
    }

    private static Ban ban(ResultSet row) throws SQLException {
        return new Ban(row.getString("platform"), row.getString("platform_id"), row.getString("reason"),
                row.getString("banned_by"), Instant.ofEpochMilli(row.getLong("banned_at")));
    }
}
