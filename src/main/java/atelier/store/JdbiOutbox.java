package atelier.store;

import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.engine.Outbox;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The outbox in the database.
public final class JdbiOutbox implements Outbox {
    private final Database database;
    private final InstantSource clock;

    public JdbiOutbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(Draft draft) {
        var chat = draft.address().chat();
        database.write(handle -> handle.createUpdate("""
                insert into outbox (chat_key, chat, draft, state, repeatable, attempts, not_before, created_at)
                values (:key, :chat, :draft, 'PENDING', :repeatable, 0, 0, :now)""")
                .bind("key", chat.key()).bind("chat", Json.write(chat)).bind("draft", Json.write(draft))
                .bind("repeatable", isRepeatable(draft) ? 1 : 0).bind("now", now()).execute());
    }

    /// Finishing a message twice is harmless, and Discord takes our id as nonce; sending anew at Telegram is neither.
    private static boolean isRepeatable(Draft draft) {
        var address = draft.address();
        return (draft.finishesOwn() && address.messageId() != null) || address.chat().platform() == Platform.DISCORD;
    }

    @Override
    public List<Chat> chatsDue() {
        return database.read(handle -> handle.createQuery("""
                select chat from outbox where id in (
                    select min(id) from outbox where state in ('PENDING', 'SENDING') group by chat_key)
                and state = 'PENDING' and not_before <= :now order by id""").bind("now", now())
                .map((row, _) -> Json.read(row.getString("chat"), new TypeReference<Chat>() {
                })).list());
    }

    @Override
    public Optional<Entry> takeNext(Chat chat) {
        return database.write(handle -> handle.createQuery("""
                update outbox set state = 'SENDING', attempts = attempts + 1
                where id = (select min(id) from outbox where chat_key = :key and state in ('PENDING', 'SENDING'))
                and state = 'PENDING' and not_before <= :now returning *""").bind("key", chat.key()).bind("now", now())
                .map((row, _) -> entry(row)).findOne());
    }

    @Override
    public void sent(long id, String messageId) {
        database.write(
                handle -> handle.createUpdate("update outbox set state = 'SENT', message_id = :message where id = :id")
                        .bind("message", messageId).bind("id", id).execute());
    }

    @Override
    public void later(long id, Duration delay) {
        database.write(handle -> handle
                .createUpdate("update outbox set state = 'PENDING', not_before = :when where id = :id")
                .bind("when", now() + delay.toMillis()).bind("id", id).execute());
    }

    @Override
    public void giveUp(long id, boolean mayHaveArrived) {
        database.write(handle -> handle.createUpdate("update outbox set state = :state where id = :id")
                .bind("state", mayHaveArrived ? "UNKNOWN" : "DEAD").bind("id", id).execute());
    }

    @Override
    public void sendAnew(long id) {
        database.write(handle -> {
            var old = handle.createQuery("select * from outbox where id = :id").bind("id", id)
                    .map((row, _) -> entry(row)).one().draft();
            var anew = new Draft(old.address(), false, old.text(), old.buttons(), old.files());
            return handle.createUpdate("""
                    update outbox set state = 'PENDING', draft = :draft, repeatable = :repeatable where id = :id""")
                    .bind("draft", Json.write(anew)).bind("repeatable", isRepeatable(anew) ? 1 : 0).bind("id", id)
                    .execute();
        });
    }

    @Override
    public void recover() {
        database.write(handle -> handle.createUpdate("""
                update outbox set state = case when repeatable = 1 then 'PENDING' else 'UNKNOWN' end
                where state = 'SENDING'""").execute());
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
                row.getInt("attempts"));
    }
}
