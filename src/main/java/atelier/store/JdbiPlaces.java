package atelier.store;

import atelier.chat.Chat;
import atelier.engine.community.Places;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Known chats in the database.
final class JdbiPlaces implements Places {
    static final TypeReference<Chat> CHAT = new TypeReference<>() {
    };
    /// Closer than this nobody needs to know when a chat was used.
    private static final Duration COARSE = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;

    JdbiPlaces(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void seen(Chat chat, String server, long account) {
        var now = clock.instant();
        database.write(handle -> handle.createUpdate("""
                insert into known_chat (chat_key, chat, server, account_id, seen_at)
                values (:key, :chat, :server, :account, :now)
                on conflict (chat_key) do update set server = excluded.server, account_id = excluded.account_id,
                    seen_at = excluded.seen_at
                where known_chat.seen_at < :before or known_chat.server <> excluded.server
                    or known_chat.account_id <> excluded.account_id""")
                .bind("key", chat.key()).bind("chat", Json.write(chat)).bind("server", server).bind("account", account)
                .bind("now", now.toEpochMilli()).bind("before", now.minus(COARSE).toEpochMilli()).execute());
    }

    @Override
    public boolean botSpoke(String chatKey, boolean isBot) {
        return database.write(handle -> handle.createUpdate("""
                update known_chat set answered_bot = :bot where chat_key = :key and answered_bot <> :bot""")
                .bind("bot", isBot ? 1 : 0).bind("key", chatKey).execute() == 1);
    }

    @Override
    public String server(String chatKey) {
        Optional<String> found = database.read(handle -> handle
                .createQuery("select server from known_chat where chat_key = :key").bind("key", chatKey)
                .mapTo(String.class).findOne());
        return found.orElse("");
    }

    @Override
    public Optional<Chat> privateOf(long account) {
        return known("account_id = " + account + " order by seen_at desc").stream().map(Known::chat)
                .filter(Chat::isPrivate).findFirst();
    }

    @Override
    public List<Known> since(Instant from) {
        return known("seen_at >= " + from.toEpochMilli() + " order by seen_at desc");
    }

    private List<Known> known(String which) {
        return database.read(
                handle -> handle.createQuery("select * from known_chat where " + which)
                        .map((row, _) -> known(row)).list());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(Json.read(row.getString("chat"), CHAT), row.getString("server"), row.getLong("account_id"),
                Instant.ofEpochMilli(row.getLong("seen_at")));
    }

    @Override
    public Optional<Long> account(String platform, String id) {
        return database.read(handle -> handle
                .createQuery("select account_id from identity where platform = :platform and platform_id = :id")
                .bind("platform", platform).bind("id", id).mapTo(Long.class).findOne());
    }

    @Override
    public List<String> identities(long account) {
        return database.read(handle -> handle.createQuery("""
                select platform || ':' || platform_id from identity where account_id = :account
                order by platform, platform_id""").bind("account", account).mapTo(String.class).list());
    }

    @Override
    public List<Long> accounts(List<String> identities) {
        return identities.isEmpty() ? List.of() : database.read(handle -> handle.createQuery("""
                select distinct account_id from identity where platform || ':' || platform_id in (<keys>)
                order by account_id""").bindList("keys", identities).mapTo(Long.class).list());
    }
}
