package atelier.store;

import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.conversation.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// Conversations in the database.
public final class JdbiConversations implements Conversations {
    private static final int TITLE = 60;
    private static final int SPEAKER = 40;
    /// Which conversations somebody may reach from where they are.
    private static final String THEIRS = """
            ((is_shared = 1 and :shared = 1 and chat_key = :chat) or (is_shared = 0 and account_id = :account
               and (chat_key = :chat or (is_private = 1 and :private = 1))))""";
    /// Those that are open where they are.
    private static final String HERE = """
            chat_key = :chat and is_shared = :shared and (is_shared = 1 or account_id = :account)""";
    private static final String LISTED = THEIRS + " and removed_at is null and title <> '' ";
    private static final String NEWEST = " order by updated_at desc, id desc limit :limit";
    private static final String QUESTION = """
            , case when is_shared = 0 then pending else (select words from open_question q
                where q.conversation_id = conversation.id and q.account_id = :account) end as question""";
    private static final String SELECT = "select *" + QUESTION + " from conversation where ";

    private final Database database;
    private final InstantSource clock;

    public JdbiConversations(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Conversation current(Whose whose) {
        return database.write(handle -> bound(handle.createQuery(
                SELECT + HERE + " and is_open = 1 and removed_at is null order by id desc limit 1"), whose)
                .map((row, _) -> conversation(row)).findOne().orElseGet(() -> begin(whose)));
    }

    @Override
    public Conversation begin(Whose whose) {
        return database.write(handle -> {
            closeOpen(whose);
            return bound(handle.createQuery(
                    """
                            insert into conversation (account_id, chat_key, title, is_open, updated_at, is_shared, is_private)
                            values (:account, :chat, '', 1, :now, :shared, :private) returning *, null as question"""),
                    whose).bind("now", now()).map((row, _) -> conversation(row)).one();
        });
    }

    private void closeOpen(Whose whose) {
        database.write(handle -> bound(handle.createUpdate("update conversation set is_open = 0 where " + HERE), whose)
                .execute());
    }

    @Override
    public List<Conversation> list(Whose whose, int limit, int offset) {
        return database.read(handle -> bound(
                handle.createQuery(SELECT + LISTED + NEWEST + " offset :offset"), whose)
                .bind("limit", limit).bind("offset", offset).map((row, _) -> conversation(row)).list());
    }

    @Override
    public int count(Whose whose) {
        return database.read(handle -> bound(
                handle.createQuery("select count(*) from conversation where " + LISTED), whose).mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Conversation> find(Whose whose, long id) {
        return database.read(handle -> bound(
                handle.createQuery(SELECT + THEIRS + " and removed_at is null and id = :id"), whose)
                .bind("id", id).map((row, _) -> conversation(row)).findOne());
    }

    /// The databases differ in what they know of the case of letters, so the usual ones are asked for.
    @Override
    public List<Conversation> search(Whose whose, String words, int limit) {
        var typed = words.strip();
        var first = typed.isEmpty() ? 0 : typed.offsetByCodePoints(0, 1);
        var capital = typed.substring(0, first).toUpperCase(Locale.ROOT) + typed.substring(first);
        return database.read(handle -> bound(handle.createQuery(SELECT + LISTED + """
                and (%s or id in (select conversation_id from turn
                    where conversation_id in (select id from conversation where %s) and %s))"""
                .formatted(like("title"), LISTED, like("words")) + NEWEST), whose).bind("limit", limit)
                .bind("typed", pattern(typed)).bind("lower", pattern(typed.toLowerCase(Locale.ROOT)))
                .bind("upper", pattern(typed.toUpperCase(Locale.ROOT))).bind("capital", pattern(capital))
                .map((row, _) -> conversation(row)).list());
    }

    private static String like(String column) {
        return """
                (lower(%1$s) like :lower escape '!' or %1$s like :typed escape '!' or %1$s like :upper escape '!'
                or %1$s like :capital escape '!')""".formatted(column);
    }

    private static String pattern(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /// What was said privately elsewhere moves here; so it never comes to a place with other people in it.
    @Override
    public Optional<Conversation> open(Whose whose, long id) {
        return database.write(handle -> {
            if (find(whose, id).isEmpty()) {
                return Optional.<Conversation>empty();
            }
            closeOpen(whose);
            bound(handle.createUpdate("""
                    update conversation set is_open = 1, chat_key = :chat, is_shared = :shared, updated_at = :now
                    where id = :id and\s""" + THEIRS), whose).bind("id", id).bind("now", now()).execute();
            return find(whose, id);
        });
    }

    @Override
    public boolean rename(Whose whose, long id, String title) {
        return database.write(handle -> bound(handle.createUpdate(
                "update conversation set title = :title where id = :id and removed_at is null and " + THEIRS), whose)
                .bind("id", id).bind("title", title(title)).execute() == 1);
    }

    @Override
    public boolean remove(Whose whose, long id) {
        return database.write(handle -> bound(handle.createUpdate("""
                update conversation set removed_at = :now, is_open = 0
                where id = :id and removed_at is null and account_id = :account and\s""" + THEIRS), whose)
                .bind("id", id).bind("now", now()).execute() == 1);
    }

    @Override
    public Optional<Conversation> restore(Whose whose, long id) {
        return database.write(handle -> bound(handle.createUpdate("""
                update conversation set removed_at = null
                where id = :id and removed_at is not null and account_id = :account and\s""" + THEIRS), whose)
                .bind("id", id).execute() == 1 ? find(whose, id) : Optional.empty());
    }

    @Override
    public Optional<Conversation> branch(Whose whose, String job, String next) {
        var before = current(whose);
        var branch = database.write(handle -> bound(handle.createQuery("""
                select t.conversation_id, max(t.id) as point, max(c.is_open) as is_open, max(c.title) as title,
                    (select max(id) from turn last where last.conversation_id = t.conversation_id) as newest
                from turn t join (select * from conversation where removed_at is null and %s) c
                    on c.id = t.conversation_id
                where t.job_id = :job group by t.conversation_id
                order by max(c.is_open) desc, max(c.updated_at) desc limit 1""".formatted(THEIRS)), whose)
                .bind("job", job)
                .map((row, _) -> new Point(row.getLong("conversation_id"), row.getLong("point"), row.getLong("newest"),
                        row.getString("title"), row.getInt("is_open") == 1))
                .findOne().flatMap(point -> from(whose, point)));
        branch.ifPresent(begun -> database.write(handle -> bound(handle.createUpdate("""
                update conversation set branch_of = :before, branch_for = :next where id = :id and\s""" + THEIRS),
                whose)
                .bind("before", before.id()).bind("next", next).bind("id", begun.id()).execute()));
        return branch;
    }

    @Override
    public Optional<Branch> branched(Whose whose, long conversation, String next) {
        return database.read(handle -> bound(handle.createQuery(
                SELECT + "id = :id and branch_for = :next and branch_of is not null and removed_at is null and "
                        + THEIRS),
                whose)
                .bind("id", conversation).bind("next", next)
                .map((row, _) -> new Branch(conversation(row), row.getLong("branch_of")))
                .findOne());
    }

    private record Point(long conversation, long turn, long newest, String title, boolean isOpen) {}

    private Optional<Conversation> from(Whose whose, Point point) {
        if (point.turn() == point.newest()) {
            return point.isOpen() ? Optional.empty() : open(whose, point.conversation());
        }
        var begun = begin(whose);
        database.write(handle -> handle.createUpdate("""
                insert into turn (conversation_id, role, words, job_id, said_at, account_id, speaker)
                select :branch, role, words, job_id, said_at, account_id, speaker from turn
                where conversation_id = :conversation and id <= :point order by id""").bind("branch", begun.id())
                .bind("conversation", point.conversation()).bind("point", point.turn()).execute());
        rename(whose, begun.id(), point.title());
        return find(whose, begun.id());
    }

    @Override
    public void append(Whose whose, long conversation, Turn turn) {
        database.write(handle -> {
            bound(handle.createUpdate("""
                    insert into turn (conversation_id, role, words, job_id, said_at, account_id, speaker)
                    select :conversation, :role, :words, :job, :at, :account, case when is_shared = 0 then '' else
                        coalesce((select substr(max(name), 1, :longest) from identity where account_id = :account), '')
                        end
                    from conversation where id = :conversation and\s""" + members()), whose)
                    .bind("conversation", conversation).bind("role", turn.role().name()).bind("words", turn.text())
                    .bind("job", turn.job()).bind("at", turn.at().toEpochMilli()).bind("longest", SPEAKER).execute();
            return bound(handle.createUpdate("""
                    update conversation set updated_at = :at, title = case when title = '' then :title else title end
                    where id = :conversation and\s""" + members()), whose)
                    .bind("at", turn.at().toEpochMilli()).bind("title", title(turn.text()))
                    .bind("conversation", conversation).execute();
        });
    }

    /// Who takes part in a conversation, wherever they have opened it meanwhile.
    private static String members() {
        return "((is_shared = 0 and account_id = :account) or (is_shared = 1 and chat_key = :chat))";
    }

    @Override
    public List<Turn> recent(Whose whose, long conversation, int limit) {
        return database.read(handle -> bound(handle.createQuery("""
                select * from turn where conversation_id = :conversation
                    and conversation_id in (select id from conversation where id = :conversation and %s)
                order by id desc limit :limit""".formatted(members())), whose).bind("conversation", conversation)
                .bind("limit", limit).map((row, _) -> turn(row)).list()).reversed();
    }

    @Override
    public void ask(Whose whose, long conversation, @Nullable String pending) {
        database.write(handle -> {
            bound(handle.createUpdate("""
                    update conversation set pending = :pending
                    where id = :id and is_shared = 0 and account_id = :account"""), whose).bind("pending", pending)
                    .bind("id", conversation).execute();
            bound(handle.createUpdate(
                    "delete from open_question where conversation_id = :id and account_id = :account"), whose)
                    .bind("id", conversation).execute();
            return pending == null
                    ? 0
                    : bound(handle.createUpdate("""
                            insert into open_question (conversation_id, account_id, words)
                            select id, :account, :pending from conversation
                            where id = :id and is_shared = 1 and chat_key = :chat"""), whose)
                            .bind("pending", pending).bind("id", conversation).execute();
        });
    }

    @Override
    public int purge(Instant removedBefore, @Nullable Instant unusedSince) {
        return database.write(handle -> {
            var gone = handle.createQuery("""
                    select id from conversation where (removed_at < :removed or updated_at < :unused)
                    and not exists (select 1 from job where conversation_id = conversation.id
                        and state in ('WAITING', 'QUEUED', 'RUNNING')) order by id limit 500""")
                    .bind("removed", removedBefore.toEpochMilli())
                    .bind("unused", unusedSince == null ? Long.MIN_VALUE : unusedSince.toEpochMilli())
                    .mapTo(Long.class).list();
            gone.forEach(conversation -> ConversationRemoval.remove(handle, conversation));
            return gone.size();
        });
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    /// Binds what the conditions need; a statement that has no such name passes it over.
    private static <S extends SqlStatement<S>> S bound(S statement, Whose whose) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return statement.bind("account", whose.account()).bind("chat", whose.chatKey())
                .bind("private", whose.isPrivate() ? 1 : 0).bind("shared", whose.isShared() ? 1 : 0);
    }

    private static String title(String words) {
        var line = words.strip().replaceFirst("^/[a-z]{1,32}\\s+(?=\\S)", "").lines().findFirst().orElse("…");
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(row.getLong("id"), row.getLong("account_id"), row.getString("chat_key"),
                row.getString("title"), Instant.ofEpochMilli(row.getLong("updated_at")), row.getString("question"),
                row.getInt("is_shared") == 1);
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(Turn.Role.valueOf(row.getString("role")), row.getString("words"), row.getString("job_id"),
                Instant.ofEpochMilli(row.getLong("said_at")), row.getString("speaker"));
    }
}
