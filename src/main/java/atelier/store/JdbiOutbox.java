package atelier.store;

import atelier.chat.Chat;
import atelier.engine.port.Outbox;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The outbox in the database.
public final class JdbiOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiOutbox.class);
    private static final String ORPHAN = """
            state = 'SENDING' and (sender is null or sender not in (select id from node))""";
    private static final TypeReference<Chat> CHAT = new TypeReference<>() {
    };

    private final Database database;
    private final String node;
    private final InstantSource clock;

    /// @param node the process that sends
    public JdbiOutbox(Database database, String node, InstantSource clock) {
        this.database = database;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public void add(Draft draft, boolean repeatable) {
        var chat = draft.address().chat();
        database.write(handle -> handle
                .createUpdate(
                        """
                                insert into outbox (chat_key, chat, draft, state, repeatable, attempts, not_before, created_at, account_id)
                                values (:key, :chat, :draft, 'PENDING', :repeatable, 0, 0, :now, :account)""")
                .bind("key", chat.key()).bind("chat", Json.write(chat)).bind("draft", Json.write(draft))
                .bind("repeatable", repeatable ? 1 : 0).bind("now", now()).bind("account", draft.account())
                .execute());
    }

    @Override
    public Optional<Entry> hand(Draft draft, boolean repeatable) {
        if (!repeatable) {
            add(draft, false);
            return Optional.empty();
        }
        var chat = draft.address().chat();
        return database.write(handle -> {
            var isBehind = handle.createQuery("""
                    select 1 from outbox where chat_key = :key and state in ('PENDING', 'SENDING') limit 1""")
                    .bind("key", chat.key()).mapTo(Integer.class).findOne().isPresent();
            if (isBehind) {
                add(draft, true);
                return Optional.<Entry>empty();
            }
            var id = handle
                    .createQuery(
                            """
                                    insert into outbox (chat_key, chat, draft, state, sender, repeatable, attempts, not_before, created_at,
                                        account_id)
                                    values (:key, :chat, :draft, 'SENDING', :node, 1, 1, 0, :now, :account) returning id""")
                    .bind("key", chat.key()).bind("chat", Json.write(chat)).bind("draft", Json.write(draft))
                    .bind("node", node).bind("now", now()).bind("account", draft.account()).mapTo(Long.class).one();
            return Optional.of(new Entry(id, draft, true, 1));
        });
    }

    @Override
    public List<Chat> chatsDue() {
        var due = database.read(handle -> handle.createQuery("""
                select id, chat from outbox where id in (
                    select min(id) from outbox where state in ('PENDING', 'SENDING') group by chat_key)
                and state = 'PENDING' and not_before <= :now order by id""").bind("now", now())
                .map((row, _) -> Map.entry(row.getLong("id"), row.getString("chat"))).list());
        return due.stream().flatMap(row -> readable(row.getKey(), () -> Json.read(row.getValue(), CHAT)).stream())
                .toList();
    }

    @Override
    public Optional<Entry> takeNext(Chat chat) {
        return database.write(handle -> handle.createQuery("""
                update outbox set state = 'SENDING', attempts = attempts + 1, sender = :node
                where id = (select min(id) from outbox where chat_key = :key and state in ('PENDING', 'SENDING'))
                and state = 'PENDING' and not_before <= :now returning *""").bind("key", chat.key()).bind("node", node)
                .bind("now", now()).map((row, _) -> readable(row.getLong("id"), () -> entry(row))).findOne()
                .flatMap(read -> read));
    }

    /// A row that cannot be read is given up, so that it holds up no other.
    private <T> Optional<T> readable(long id, Callable<T> reading) {
        try {
            return Optional.of(reading.call());
        } catch (Exception spoiled) {
            LOG.error("message {} cannot be read and is given up", id, spoiled);
            giveUp(id, false);
            return Optional.empty();
        }
    }

    @Override
    public void sent(long id, String messageId) {
        over(id, "SENT", messageId);
    }

    @Override
    public void later(long id, Duration delay) {
        database.write(handle -> handle
                .createUpdate("update outbox set state = 'PENDING', not_before = :when where id = :id")
                .bind("when", now() + delay.toMillis()).bind("id", id).execute());
    }

    @Override
    public void giveUp(long id, boolean mayHaveArrived) {
        over(id, mayHaveArrived ? "UNKNOWN" : "DEAD", null);
    }

    private void over(long id, String state, @Nullable String messageId) {
        database.write(handle -> {
            var account = handle.createQuery("""
                    update outbox set state = :state, message_id = coalesce(:message, message_id) where id = :id
                    returning account_id""")
                    .bind("state", state).bind("message", messageId).bind("id", id).mapTo(Long.class).findOne();
            // What is said to somebody who was forgotten is kept no longer than it takes.
            return account.filter(it -> it == 0).map(_ -> handle.createUpdate("delete from outbox where id = :id")
                    .bind("id", id).execute());
        });
    }

    @Override
    public void sendAnew(long id, boolean repeatable) {
        database.write(handle -> {
            var old = handle.createQuery("select * from outbox where id = :id").bind("id", id)
                    .map((row, _) -> entry(row)).one().draft();
            var anew = new Draft(old.account(), old.address(), false, old.text(), old.buttons(), old.files());
            return handle.createUpdate("""
                    update outbox set state = 'PENDING', draft = :draft, repeatable = :repeatable where id = :id""")
                    .bind("draft", Json.write(anew)).bind("repeatable", repeatable ? 1 : 0).bind("id", id)
                    .execute();
        });
    }

    @Override
    public Optional<Entry> find(long id) {
        return database.read(handle -> handle.createQuery("select * from outbox where id = :id").bind("id", id)
                .map((row, _) -> entry(row)).findOne());
    }

    @Override
    public List<Entry> recover() {
        return database.write(handle -> {
            handle.createUpdate("update outbox set state = 'PENDING' where repeatable = 1 and " + ORPHAN).execute();
            return handle.createQuery("update outbox set sender = :node where " + ORPHAN + " returning *")
                    .bind("node", node).map((row, _) -> readable(row.getLong("id"), () -> entry(row))).list().stream()
                    .flatMap(Optional::stream).toList();
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle
                .createUpdate("delete from outbox where created_at < :before and state in ('SENT', 'UNKNOWN', 'DEAD')")
                .bind("before", before.toEpochMilli()).execute());
    }

    @Override
    public int waiting() {
        return database.read(handle -> handle
                .createQuery("select count(*) from outbox where state in ('PENDING', 'SENDING')").mapTo(Integer.class)
                .one());
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("id"), Json.read(row.getString("draft"), new TypeReference<Draft>() {
        }),
                row.getInt("repeatable") == 1, row.getInt("attempts"));
    }
}
