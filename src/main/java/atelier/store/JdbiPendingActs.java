package atelier.store;

import atelier.engine.community.PendingActs;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Acts that wait for a yes, in the database.
final class JdbiPendingActs implements PendingActs {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final InstantSource clock;

    JdbiPendingActs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String add(long account, String words) {
        var id = new BigInteger(60, RANDOM).toString(36);
        database.write(handle -> handle
                .createUpdate(
                        "insert into pending_act (id, account_id, words, asked_at) values (:id, :account, :words, :now)")
                .bind("id", id).bind("account", account).bind("words", words)
                .bind("now", clock.instant().toEpochMilli()).execute());
        return id;
    }

    @Override
    public Optional<String> take(String id, long account, Instant notBefore) {
        return database.write(handle -> {
            handle.createUpdate("delete from pending_act where asked_at < :before")
                    .bind("before", notBefore.toEpochMilli()).execute();
            return handle
                    .createQuery("delete from pending_act where id = :id and account_id = :account returning words")
                    .bind("id", id).bind("account", account).mapTo(String.class).findOne();
        });
    }
}
