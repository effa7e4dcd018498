package atelier.store;

import atelier.chat.Chat;
import atelier.engine.community.Announcements;
import atelier.engine.community.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// News in the database, with a row for each chat that is to have them.
final class JdbiAnnouncements implements Announcements {
    private static final String STANDING = """
            select announcement.*,
                (select count(*) from announcement_chat where announcement_id = announcement.id) as chats,
                (select count(*) from announcement_chat
                    where announcement_id = announcement.id and is_sent = 1) as sent
            from announcement""";

    private final Database database;
    private final InstantSource clock;

    JdbiAnnouncements(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long begin(String words, long account, String by, Chat from, List<Places.Known> to) {
        return database.write(handle -> {
            var id = handle.createQuery("""
                    insert into announcement (words, account_id, announced_by, chat, state, announced_at)
                    values (:words, :account, :by, :chat, 'SENDING', :now) returning id""").bind("words", words)
                    .bind("account", account).bind("by", by).bind("chat", Json.write(from))
                    .bind("now", clock.instant().toEpochMilli()).mapTo(Long.class).one();
            var rows = handle.prepareBatch("""
                    insert into announcement_chat (announcement_id, chat_key, chat, account_id, is_sent)
                    values (:id, :key, :chat, :account, 0)""");
            to.forEach(place -> rows.bind("id", id).bind("key", place.chat().key())
                    .bind("chat", Json.write(place.chat())).bind("account", place.account()).add());
            if (rows.size() > 0) {
                rows.execute();
            }
            return id;
        });
    }

    @Override
    public Optional<Due> next() {
        return database.write(handle -> handle.createQuery("""
                update announcement_chat set is_sent = 1 where is_sent = 0 and (announcement_id, chat_key) = (
                    select announcement_id, chat_key from announcement_chat
                    join announcement on announcement.id = announcement_id
                    where is_sent = 0 and state = 'SENDING' order by announcement_id, chat_key limit 1)
                returning announcement_id, chat, account_id,
                    (select words from announcement where id = announcement_id) as words""")
                .map((row, _) -> new Due(Json.read(row.getString("chat"), JdbiPlaces.CHAT), row.getLong("account_id"),
                        row.getString("words")))
                .findOne());
    }

    @Override
    public List<Standing> finish() {
        return end("""
                state = 'SENDING' and not exists (
                    select 1 from announcement_chat where announcement_id = announcement.id and is_sent = 0)""",
                "DONE");
    }

    @Override
    public Optional<Standing> stop() {
        return end("state = 'SENDING'", "STOPPED").stream().findFirst();
    }

    private List<Standing> end(String which, String state) {
        return database.write(handle -> {
            var ended = handle.createQuery("update announcement set state = :state where " + which + " returning id")
                    .bind("state", state).mapTo(Long.class).list();
            return ended.stream().map(id -> handle.createQuery(STANDING + " where id = :id").bind("id", id)
                    .map((row, _) -> standing(row)).one()).toList();
        });
    }

    @Override
    public Optional<Standing> newest() {
        return database.read(handle -> handle.createQuery(STANDING + " order by id desc limit 1")
                .map((row, _) -> standing(row)).findOne());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(row.getLong("id"), row.getString("words"), row.getLong("account_id"),
                Json.read(row.getString("chat"), JdbiPlaces.CHAT), row.getString("state"), row.getInt("sent"),
                row.getInt("chats"), Instant.ofEpochMilli(row.getLong("announced_at")));
    }
}
