package atelier.store;

import atelier.engine.port.Buttons;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Button meanings in the database.
public final class JdbiButtons implements Buttons {
    private final Database database;
    private final InstantSource clock;

    public JdbiButtons(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(Map<String, Meaning> meanings) {
        if (meanings.isEmpty()) {
            return;
        }
        var now = clock.instant().toEpochMilli();
        database.write(handle -> {
            var rows = handle.prepareBatch("""
                    insert into button (id, account_id, chat_key, action, argument, created_at)
                    values (:id, :account, :chat, :action, :argument, :now)""");
            meanings.forEach((id, meaning) -> rows.bind("id", id).bind("account", meaning.account())
                    .bind("chat", meaning.chatKey()).bind("action", meaning.action().name())
                    .bind("argument", meaning.argument()).bind("now", now).add());
            return rows.execute();
        });
    }

    @Override
    public Optional<Meaning> find(String id) {
        return database.read(handle -> handle.createQuery("select * from button where id = :id").bind("id", id)
                .map((row, _) -> new Meaning(row.getLong("account_id"), row.getString("chat_key"),
                        Action.valueOf(row.getString("action")), row.getString("argument")))
                .findOne());
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from button where created_at < :before")
                .bind("before", before.toEpochMilli()).execute());
    }
}
