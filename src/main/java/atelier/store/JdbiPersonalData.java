package atelier.store;

import atelier.engine.port.MadeFiles.MadeFile;
import atelier.engine.port.PersonalData;
import atelier.engine.port.Retention;
import atelier.store.PersonalTable.Fate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/// What is kept of people, by the one table [PersonalTables].
public final class JdbiPersonalData implements PersonalData {
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int EXPIRED_AT_ONCE = 5000;

    private final Database database;
    private final FileSweep files;
    private final Retention retention;
    private final ZoneId zone;
    private final InstantSource clock;
    private final JdbiConversations conversations;
    private final ErasureMarks marks;

    /// @param zone in whose midnight counts begin anew
    public JdbiPersonalData(Database database, FileSweep files, Retention retention, ZoneId zone,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.retention = retention;
        this.zone = zone;
        this.clock = clock;
        this.conversations = new JdbiConversations(database, clock);
        this.marks = new ErasureMarks(database, clock);
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(long account) {
        return database.read(handle -> {
            var all = new LinkedHashMap<String, List<Map<String, Object>>>();
            for (var table : PersonalTables.ALL) {
                if (table.isTheirs()) {
                    var rows = bound(handle.createQuery("select * from " + table.name() + " where " + table.theirs()),
                            account).mapToMap().list();
                    rows.forEach(row -> {
                        table.hidden().forEach(row::remove);
                        row.replaceAll((_, value) -> PersonalCells.shown(value));
                    });
                    all.put(table.name(), rows);
                }
            }
            return all;
        });
    }

    @Override
    public List<MadeFile> files(long account) {
        return database.read(handle -> handle
                .createQuery("select * from made_file where account_id = :account order by id desc")
                .bind("account", account).map((row, _) -> new MadeFile(row.getString("job_id") + "/"
                        + row.getString("path"), row.getString("media_type"), row.getLong("bytes"),
                        row.getString("sha256")))
                .list());
    }

    @Override
    public void erase(long account) {
        database.write(handle -> {
            // Work that is about to end must come before this, or find nothing.
            handle.createUpdate("update account set tier = tier where id = :account").bind("account", account)
                    .execute();
            var hashes = hashes(handle, account);
            var nameless = handle.createQuery("insert into account (created_at) values (0) returning id")
                    .mapTo(Long.class).one();
            leaveMarks(handle, account, nameless);
            bequeath(handle, account);
            unname(handle, account, nameless);
            remove(handle, account);
            handle.createUpdate("insert into erased_account (account_id, erased_at) values (:account, :now)")
                    .bind("account", account).bind("now", clock.instant().toEpochMilli()).execute();
            database.afterCommit(() -> files.removeUnneeded(hashes));
            return true;
        });
    }

    private static Set<String> hashes(Handle handle, long account) {
        var hashes = new HashSet<>(handle.createQuery("select sha256 from made_file where account_id = :account")
                .bind("account", account).mapTo(String.class).list());
        var outbox = PersonalTables.ALL.stream().filter(table -> table.name().equals("outbox")).findFirst()
                .orElseThrow();
        bound(handle.createQuery("select draft from outbox where " + outbox.theirs()), account).mapTo(String.class)
                .forEach(draft -> HASH.matcher(draft).results().forEach(found -> hashes.add(found.group())));
        return hashes;
    }

    /// Until the day ends, and with it its count; or the month, where cloud models were paid.
    private void leaveMarks(Handle handle, long account, long nameless) {
        var today = clock.instant().atZone(zone).toLocalDate();
        var hasPaid = handle.createQuery("""
                select count(*) from budget_purse where payer = :owner and period = 'MONTH' and spent > 0""")
                .bind("owner", "person:" + account).mapTo(Integer.class).one() > 0;
        var until = (hasPaid ? today.withDayOfMonth(1).plusMonths(1) : today.plusDays(1)).atStartOfDay(zone)
                .toInstant();
        handle.createQuery("select platform, platform_id from identity where account_id = :account")
                .bind("account", account)
                .map((row, _) -> Map.entry(row.getString("platform"), row.getString("platform_id"))).list()
                .forEach(it -> marks.leave(handle, it.getKey(), it.getValue(), nameless, until));
    }

    /// Conversations that others take part in go on without this person, and without a name they may have given.
    private static void bequeath(Handle handle, long account) {
        handle.createUpdate("""
                update conversation set title = '…', account_id = coalesce(
                    (select min(account_id) from turn where conversation_id = conversation.id
                        and account_id <> :account),
                    (select min(account_id) from job where conversation_id = conversation.id
                        and account_id <> :account), account_id)
                where account_id = :account and is_shared = 1""").bind("account", account).execute();
        handle.createUpdate("update conversation set is_shared = 0 where account_id = :account and is_shared = 1")
                .bind("account", account).execute();
    }

    private static void unname(Handle handle, long account, long nameless) {
        for (var table : List.of("usage_entry", "model_call")) {
            handle.createUpdate("""
                    update %s set conversation_id = 0 where account_id = :account and conversation_id in
                        (select id from conversation where account_id = :account and is_shared = 0)"""
                    .formatted(table)).bind("account", account).execute();
        }
        for (var table : PersonalTables.ALL) {
            if (table.kind().fate() == Fate.NAMELESS) {
                var column = table.theirs().substring(0, table.theirs().indexOf(' '));
                bound(handle.createUpdate("update %s set %s = %s where %s".formatted(table.name(), column,
                        column.equals("account_id") ? ":nameless" : ":nobody", table.theirs())), account)
                        .bind("nameless", nameless).bind("nobody", "person:" + nameless).execute();
            }
        }
    }

    private static void remove(Handle handle, long account) {
        for (var table : PersonalTables.ALL) {
            if (table.isTheirs() && table.kind().fate() == Fate.REMOVED) {
                bound(handle.createUpdate("delete from " + table.name() + " where " + table.theirs()), account)
                        .execute();
            }
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, long account) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return statement.bind("account", account).bind("owner", "person:" + account);
    }

    @Override
    public void expire(Instant now) {
        var kept = retention.conversations();
        conversations.purge(now.minus(Retention.SECOND_THOUGHTS), kept == null ? null : now.minus(kept));
        database.write(handle -> {
            marks.forget(handle, now);
            return handle.createUpdate("""
                    delete from made_file where id in (select f.id from made_file f join job j on j.id = f.job_id
                        join conversation c on c.id = j.conversation_id where c.updated_at < :before limit :most)""")
                    .bind("before", now.minus(retention.files()).toEpochMilli()).bind("most", EXPIRED_AT_ONCE)
                    .execute();
        });
    }
}
