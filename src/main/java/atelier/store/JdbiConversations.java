package atelier.store;

import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conversations in the database.
public final class JdbiConversations implements Conversations {
    private static final int TITLE = 60;

    private final Database database;
    private final InstantSource clock;

    public JdbiConversations(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Conversation current(long account, String chatKey) {
        return database.write(handle -> handle.createQuery("""
                select * from conversation where account_id = :account and chat_key = :chat and is_open = 1
                order by id desc limit 1""").bind("account", account).bind("chat", chatKey)
                .map((row, _) -> conversation(row)).findOne().orElseGet(() -> begin(account, chatKey)));
    }

    @Override
    public Conversation begin(long account, String chatKey) {
        return database.write(handle -> {
            handle.createUpdate("update conversation set is_open = 0 where account_id = :account and chat_key = :chat")
                    .bind("account", account).bind("chat", chatKey).execute();
            return handle.createQuery("""
                    insert into conversation (account_id, chat_key, title, is_open, updated_at)
                    values (:account, :chat, '', 1, :now) returning *""")
                    .bind("account", account).bind("chat", chatKey).bind("now", clock.instant().toEpochMilli())
                    .map((row, _) -> conversation(row)).one();
        });
    }

    @Override
    public List<Conversation> list(long account, int limit) {
        return database.read(handle -> handle.createQuery("""
                select * from conversation where account_id = :account and title <> ''
                order by updated_at desc, id desc limit :limit""").bind("account", account).bind("limit", limit)
                .map((row, _) -> conversation(row)).list());
    }

    @Override
    public void append(long conversation, Turn turn) {
        database.write(handle -> {
            handle.createUpdate("""
                    insert into turn (conversation_id, role, words, job_id, said_at)
                    values (:conversation, :role, :words, :job, :at)""")
                    .bind("conversation", conversation).bind("role", turn.role().name()).bind("words", turn.text())
                    .bind("job", turn.job()).bind("at", turn.at().toEpochMilli()).execute();
            return handle.createUpdate("""
                    update conversation set updated_at = :at, title = case when title = '' then :title else title end
                    where id = :conversation""")
                    .bind("at", turn.at().toEpochMilli()).bind("title", title(turn.text()))
                    .bind("conversation", conversation).execute();
        });
    }

    @Override
    public List<Turn> recent(long conversation, int limit) {
        return database.read(handle -> handle.createQuery("""
                select * from turn where conversation_id = :conversation order by id desc limit :limit""")
                .bind("conversation", conversation).bind("limit", limit).map((row, _) -> turn(row)).list()).reversed();
    }

    @Override
    public void ask(long conversation, @Nullable String pending) {
        database.write(handle -> handle.createUpdate("update conversation set pending = :pending where id = :id")
                .bind("pending", pending).bind("id", conversation).execute());
    }

    private static String title(String words) {
        var line = words.strip().lines().findFirst().orElse("…");
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(row.getLong("id"), row.getLong("account_id"), row.getString("chat_key"),
                row.getString("title"), Instant.ofEpochMilli(row.getLong("updated_at")), row.getString("pending"));
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(Turn.Role.valueOf(row.getString("role")), row.getString("words"), row.getString("job_id"),
                Instant.ofEpochMilli(row.getLong("said_at")));
    }
}
