package atelier.store;

import atelier.account.Identity;
import atelier.account.link.Links;
import atelier.chat.ReplyAddress;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Codes that join accounts, in the database. On PostgreSQL both accounts are locked while they are joined.
public final class JdbiLinks implements Links {
    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without those that look like others.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final TypeReference<ReplyAddress> ADDRESS = new TypeReference<>() {
    };

    private final Database database;
    private final JdbiProviderKeys keys;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone in whose midnight quotas begin anew
    public JdbiLinks(Database database, JdbiProviderKeys keys, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<String> code(long account, ReplyAddress at) {
        return database.write(handle -> {
            if (tries(handle, account, "ask") >= MOST_AN_HOUR) {
                return Optional.empty();
            }
            tried(handle, account, "ask");
            handle.createUpdate("delete from account_link where account_id = :account and said_at is null")
                    .bind("account", account).execute();
            var code = random(LENGTH);
            handle.createUpdate(
                    """
                            insert into account_link (id, code_hash, account_id, address, is_agreed, is_agreed_by_other, made_at)
                            values (:id, :hash, :account, :address, 0, 0, :now)""")
                    .bind("id", random(20)).bind("hash", hash(code)).bind("account", account)
                    .bind("address", Json.write(at)).bind("now", now()).execute();
            return Optional.of(code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2));
        });
    }

    private static String random(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Of the letters alone, however they were typed.
    private static String hash(String code) {
        var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private int tries(Handle handle, long account, String what) {
        return handle.createQuery("""
                select count(*) from link_attempt where account_id = :account and what = :what and tried_at > :since""")
                .bind("account", account).bind("what", what)
                .bind("since", now() - Duration.ofHours(1).toMillis()).mapTo(Integer.class).one();
    }

    private void tried(Handle handle, long account, String what) {
        handle.createUpdate("delete from link_attempt where tried_at < :before")
                .bind("before", now() - Duration.ofDays(1).toMillis()).execute();
        handle.createUpdate("insert into link_attempt (account_id, what, tried_at) values (:account, :what, :now)")
                .bind("account", account).bind("what", what).bind("now", now()).execute();
    }

    @Override
    public Said say(long account, String code, ReplyAddress at) {
        return database.write(handle -> {
            if (tries(handle, account, "say") >= MOST_AN_HOUR) {
                return new Said.TooMany();
            }
            var giver = handle.createQuery(
                    """
                            select account_id from account_link where code_hash = :hash and said_at is null and made_at > :since""")
                    .bind("hash", hash(code)).bind("since", now() - CODE_LIFE.toMillis()).mapTo(Long.class).findOne();
            if (giver.isPresent() && giver.get() == account) {
                return new Said.Own();
            }
            if (giver.isPresent() && shareAPlatform(handle, account, giver.get())) {
                return new Said.SamePlatform();
            }
            var asked = giver.flatMap(_ -> claimed(handle, account, code, at));
            if (asked.isEmpty()) {
                tried(handle, account, "say");
            }
            return asked.orElseGet(Said.Wrong::new);
        });
    }

    /// Of several who say it at once, one gets it.
    private Optional<Said> claimed(Handle handle, long account, String code, ReplyAddress at) {
        return handle.createQuery("""
                update account_link set other_id = :account, other_address = :address, said_at = :now
                where code_hash = :hash and said_at is null returning *""")
                .bind("account", account).bind("address", Json.write(at)).bind("now", now()).bind("hash", hash(code))
                .map((row, _) -> link(row)).findOne().map(link -> new Said.Asked(link.id(), link.giver()));
    }

    private static boolean shareAPlatform(Handle handle, long one, long other) {
        return handle.createQuery("""
                select count(*) from identity a join identity b on a.platform = b.platform
                where a.account_id = :one and b.account_id = :other""").bind("one", one).bind("other", other)
                .mapTo(Integer.class).one() > 0;
    }

    private record Link(String id, Side giver, Side sayer, boolean isAgreed) {
        Side otherThan(long account) {
            return giver.account() == account ? sayer : giver;
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getString("id"),
                new Side(row.getLong("account_id"), Json.read(row.getString("address"), ADDRESS)),
                new Side(row.getLong("other_id"), Json.read(row.getString("other_address"), ADDRESS)),
                row.getInt("is_agreed") == 1 && row.getInt("is_agreed_by_other") == 1);
    }

    @Override
    public Agreed agree(long account, String link) {
        return database.write(handle -> {
            var found = agreed(handle, account, link, 1);
            if (found.isEmpty()) {
                return new Agreed.Gone();
            }
            if (!found.get().isAgreed()) {
                return new Agreed.Waiting();
            }
            return join(handle, account, found.get());
        });
    }

    private Optional<Link> agreed(Handle handle, long account, String link, int agrees) {
        return handle.createQuery("""
                update account_link set
                    is_agreed = case when account_id = :account then :agrees else is_agreed end,
                    is_agreed_by_other = case when other_id = :account then :agrees else is_agreed_by_other end
                where id = :id and said_at > :since and (account_id = :account or other_id = :account) returning *""")
                .bind("account", account).bind("agrees", agrees).bind("id", link)
                .bind("since", now() - AGREEMENT.toMillis()).map((row, _) -> link(row)).findOne();
    }

    private Agreed join(Handle handle, long account, Link link) {
        var one = link.giver().account();
        var other = link.sayer().account();
        var lock = database.isSqlite() ? "" : " for update";
        handle.createQuery("select id from account where id in (:one, :other) order by id" + lock).bind("one", one)
                .bind("other", other).mapTo(Long.class).list();
        if (isBusy(handle, one, other)) {
            agreed(handle, account, link.id(), 0);
            return new Agreed.Busy();
        }
        if (shareAPlatform(handle, one, other)) {
            return new Agreed.Gone();
        }
        var into = Math.min(one, other);
        var dropped = new AccountMerge(handle, keys, into, Math.max(one, other)).run();
        return new Agreed.Joined(into, link.otherThan(account), dropped);
    }

    private static boolean isBusy(Handle handle, long one, long other) {
        return handle.createQuery("""
                select count(*) from job where account_id in (:one, :other)
                and state in ('WAITING', 'QUEUED', 'RUNNING')""").bind("one", one).bind("other", other)
                .mapTo(Integer.class).one() > 0;
    }

    @Override
    public Optional<Side> refuse(long account, String link) {
        return database.write(handle -> handle.createQuery("""
                delete from account_link where id = :id and said_at is not null
                and (account_id = :account or other_id = :account) returning *""")
                .bind("id", link).bind("account", account).map((row, _) -> link(row)).findOne()
                .map(found -> found.otherThan(account)));
    }

    @Override
    public boolean part(long account, Identity identity) {
        return database.write(handle -> {
            var shared = handle.createQuery("""
                    select count(*) from identity where account_id = :account
                    and not (platform = :platform and platform_id = :id)""").bind("account", account)
                    .bind("platform", identity.platform().name()).bind("id", identity.id()).mapTo(Integer.class).one();
            if (shared == 0) {
                return false;
            }
            var fresh = handle.createQuery("""
                    insert into account (created_at, language)
                    select :now, language from account where id = :account returning id""").bind("now", now())
                    .bind("account", account).mapTo(Long.class).one();
            var moved = handle.createUpdate("""
                    update identity set account_id = :fresh
                    where platform = :platform and platform_id = :id and account_id = :account""").bind("fresh", fresh)
                    .bind("platform", identity.platform().name()).bind("id", identity.id()).bind("account", account)
                    .execute();
            if (moved == 0) {
                handle.createUpdate("delete from account where id = :fresh").bind("fresh", fresh).execute();
                return false;
            }
            carry(handle, account, fresh);
            return true;
        });
    }

    /// What was used stays used: else parting would be a way to more. It is noted, so that it counts once when they join again.
    private void carry(Handle handle, long account, long fresh) {
        var today = clock.instant().atZone(zone).toLocalDate().toString();
        handle.createUpdate("""
                insert into ledger_day (account_id, day, used)
                select :fresh, day, used from ledger_day where account_id = :account and day = :today""")
                .bind("fresh", fresh).bind("account", account).bind("today", today).execute();
        handle.createUpdate("delete from parted_count where starts < :before")
                .bind("before", clock.instant().atZone(zone).toLocalDate().minusMonths(2).toString()).execute();
        handle.createUpdate("""
                insert into parted_count (account_id, other_id, kind, period, starts, amount)
                select :fresh, :account, 'MESSAGES', 'DAY', day, used from ledger_day
                where account_id = :account and day = :today
                union all
                select :fresh, :account, 'MONEY', period, starts, spent + held from budget_purse
                where payer = :payer""").bind("fresh", fresh).bind("account", account).bind("today", today)
                .bind("payer", "person:" + account).execute();
        handle.createUpdate("""
                insert into budget_purse (payer, period, starts, spent, held, told_percent, told_limit)
                select :fresh, period, starts, spent + held, 0, told_percent, told_limit from budget_purse
                where payer = :payer""").bind("fresh", "person:" + fresh).bind("payer", "person:" + account).execute();
        handle.createUpdate("""
                insert into model_preference (account_id, local_only, learned_routing)
                select :fresh, local_only, learned_routing from model_preference where account_id = :account""")
                .bind("fresh", fresh).bind("account", account).execute();
        handle.createUpdate("""
                insert into budget_limit (payer, period, micros)
                select replace(payer, cast(:payer as text), cast(:fresh as text)), period, micros
                from budget_limit where\s""" + JdbiOwnLimits.isOf(":payer"))
                .bind("fresh", "person:" + fresh).bind("payer", "person:" + account).execute();
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }
}
