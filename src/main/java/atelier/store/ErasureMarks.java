package atelier.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/// Remembers for a while, as keyed hashes, which counts belong to a person who was forgotten: nobody gets a new day's messages
/// by deleting their data. Without the key, which is in the database alone, nobody can tell whose a hash is.
final class ErasureMarks {
    private static final String KEY = "erasure";
    private static final String ALGORITHM = "HmacSHA256";

    private final Database database;
    private final InstantSource clock;

    ErasureMarks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Remembers that somebody's counts stand under `nameless` until then.
    void leave(Handle handle, String platform, String id, long nameless, Instant until) {
        handle.createUpdate("""
                insert into erased_identity (mark, account_id, until) values (:mark, :account, :until)
                on conflict (mark) do update set account_id = excluded.account_id, until = excluded.until""")
                .bind("mark", mark(platform, id)).bind("account", nameless).bind("until", until.toEpochMilli())
                .execute();
    }

    /// Lets somebody new go on with the counts they had, if they had any.
    void takeUp(Handle handle, String platform, String id, long account) {
        var known = handle.createQuery("select count(*) from erased_identity").mapTo(Integer.class).one() > 0;
        if (!known) {
            return;
        }
        handle.createQuery("select account_id from erased_identity where mark = :mark and until > :now")
                .bind("mark", mark(platform, id)).bind("now", clock.instant().toEpochMilli()).mapTo(Long.class)
                .findOne().ifPresent(nameless -> {
                    handle.createUpdate("""
                            insert into ledger_day (account_id, day, used)
                            select :account, day, used from ledger_day where account_id = :nameless and true
                            on conflict (account_id, day) do nothing""").bind("account", account)
                            .bind("nameless", nameless).execute();
                    handle.createUpdate("""
                            insert into budget_purse (payer, period, starts, spent, held, told_percent, told_limit)
                            select :owner, period, starts, spent, 0, told_percent, told_limit from budget_purse
                            where payer = :nameless and true on conflict (payer, period, starts) do nothing""")
                            .bind("owner", "person:" + account).bind("nameless", "person:" + nameless).execute();
                });
    }

    void forget(Handle handle, Instant now) {
        handle.createUpdate("delete from erased_identity where until <= :now").bind("now", now.toEpochMilli())
                .execute();
    }

    private String mark(String platform, String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(new JdbiSharedKey(database).of(KEY), ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal((platform + ":" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
