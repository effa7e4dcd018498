package atelier.store;

import atelier.engine.port.Buttons;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Button meanings in the database, under random ids of 120 bits.
public final class JdbiButtons implements Buttons {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final InstantSource clock;

    public JdbiButtons(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String add(long account, String chatKey, Action action, String argument) {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(handle -> handle.createUpdate("""
                insert into button (id, account_id, chat_key, action, argument, created_at)
                values (:id, :account, :chat, :action, :argument, :now)""")
                .bind("id", id).bind("account", account).bind("chat", chatKey).bind("action", action.name())
                .bind("argument", argument).bind("now", clock.instant().toEpochMilli()).execute());
        return id;
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
