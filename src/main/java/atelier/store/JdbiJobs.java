package atelier.store;

import atelier.chat.Attachment;
import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.intent.Intent;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Jobs in the database.
public final class JdbiJobs implements Jobs {
    /// More than ever ask at the very same moment.
    private static final int NEAR = 20;

    private final Database database;
    private final InstantSource clock;

    public JdbiJobs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(Job job) {
        database.write(handle -> handle
                .createUpdate(
                        """
                                insert into job (id, account_id, conversation_id, intent, words, quoted, attachments, revises, model, seed, is_fresh,
                                                 address, chat_key, state, attempts, created_at)
                                values (:id, :account, :conversation, :intent, :words, :quoted, :attachments, :revises, :model, :seed, :fresh,
                                        :address, :chat, :state, :attempts, :now)""")
                .bind("id", job.id()).bind("account", job.account()).bind("conversation", job.conversation())
                .bind("intent", Json.intent(job.intent())).bind("words", job.words()).bind("quoted", job.quoted())
                .bind("attachments", Json.write(job.attachments())).bind("revises", job.revises())
                .bind("model", job.model()).bind("seed", job.seed()).bind("fresh", job.fresh() ? 1 : 0)
                .bind("address", Json.write(job.address())).bind("chat", job.address().chat().key())
                .bind("state", job.state().name())
                .bind("attempts", job.attempts()).bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public Optional<Job> find(String id) {
        return database.read(handle -> handle.createQuery("select * from job where id = :id").bind("id", id)
                .map((row, _) -> job(row)).findOne());
    }

    @Override
    public Optional<Job> begin(String id) {
        return database.write(handle -> handle.createQuery("""
                update job set state = 'RUNNING', attempts = attempts + 1
                where id = :id and state in ('QUEUED', 'RUNNING') returning *""").bind("id", id)
                .map((row, _) -> job(row)).findOne());
    }

    @Override
    public Set<String> begun(int times) {
        return Set.copyOf(database.read(handle -> handle.createQuery("""
                select id from job where state in ('QUEUED', 'RUNNING') and attempts >= :times""").bind("times", times)
                .mapTo(String.class).list()));
    }

    @Override
    public void handBack(String id) {
        database.write(handle -> handle.createUpdate("""
                update job set state = 'QUEUED', attempts = attempts - 1 where id = :id and state = 'RUNNING'""")
                .bind("id", id).execute());
    }

    @Override
    public void move(String id, ReplyAddress address) {
        database.write(handle -> handle
                .createUpdate("update job set address = :address, answer_id = :message where id = :id")
                .bind("address", Json.write(address)).bind("message", address.messageId()).bind("id", id).execute());
    }

    @Override
    public void decide(String id, Intent intent, @Nullable String revises, @Nullable String model) {
        database.write(handle -> handle.createUpdate("""
                update job set intent = :intent, revises = :revises, model = :model
                where id = :id and state = 'RUNNING'""").bind("intent", Json.intent(intent)).bind("revises", revises)
                .bind("model", model).bind("id", id).execute());
    }

    @Override
    public boolean end(String id, Job.State state) {
        return database.write(handle -> handle.createUpdate("""
                update job set state = :state, ended_at = :now
                where id = :id and state in ('WAITING', 'QUEUED', 'RUNNING')""")
                .bind("state", state.name()).bind("now", clock.instant().toEpochMilli()).bind("id", id).execute() == 1);
    }

    @Override
    public List<String> cancelled(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var going = Set.copyOf(database.read(handle -> handle
                .createQuery("select id from job where state <> 'CANCELLED' and id in (<ids>)")
                .bindList("ids", List.copyOf(ids)).mapTo(String.class).list()));
        return ids.stream().filter(id -> !going.contains(id)).toList();
    }

    @Override
    public Underway underway(long account) {
        return database.write(handle -> {
            lock(handle, account);
            var states = handle.createQuery("""
                    select state from job where account_id = :account and state in ('WAITING', 'QUEUED', 'RUNNING')""")
                    .bind("account", account).mapTo(String.class).list();
            var waiting = (int) states.stream().filter(state -> state.equals(Job.State.WAITING.name())).count();
            return new Underway(states.size() - waiting, waiting);
        });
    }

    /// Jobs that end and jobs that come must see each other, or one could wait for nothing.
    private void lock(Handle handle, long account) {
        if (database.isShared()) { // else transactions take turns anyway
            handle.createUpdate("update account set tier = tier where id = :account").bind("account", account)
                    .execute();
        }
    }

    @Override
    public Optional<String> advance(long account, IntSupplier atOnce) {
        return database.write(handle -> {
            var underway = underway(account);
            return underway.waiting() == 0 || underway.active() >= atOnce.getAsInt()
                    ? Optional.<String>empty()
                    : handle.createQuery("""
                            update job set state = 'QUEUED' where state = 'WAITING' and id = (
                                select id from job where account_id = :account and state = 'WAITING'
                                order by created_at, id limit 1)
                            returning id""").bind("account", account).mapTo(String.class).findOne();
        });
    }

    @Override
    public List<String> unfinished(long account) {
        return database.read(handle -> handle.createQuery("""
                select id from job where account_id = :account and state in ('WAITING', 'QUEUED', 'RUNNING')
                order by created_at, id""").bind("account", account).mapTo(String.class).list());
    }

    @Override
    public int unfinishedIn(String chatKey, int most) {
        return database.write(handle -> {
            var count = unfinishedIn(handle, chatKey);
            if (count < most - NEAR || database.isSqlite()) {
                return count;
            }
            handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:chat))) locked")
                    .bind("chat", "team " + chatKey).mapTo(Integer.class).one();
            return unfinishedIn(handle, chatKey);
        });
    }

    private static int unfinishedIn(Handle handle, String chatKey) {
        return handle.createQuery("""
                select count(*) from job where chat_key = :chat and state in ('WAITING', 'QUEUED', 'RUNNING')""")
                .bind("chat", chatKey).mapTo(Integer.class).one();
    }

    @Override
    public int unfinished() {
        return database.read(handle -> handle
                .createQuery("select count(*) from job where state in ('WAITING', 'QUEUED', 'RUNNING')")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Job> lastDone(long conversation) {
        return done(conversation, 1).stream().findFirst();
    }

    @Override
    public List<Job> done(long conversation, int atMost) {
        return newest("state = 'DONE'", conversation, atMost);
    }

    /// What was copied from the conversation it branched from is looked through only where there is such a one.
    private List<Job> newest(String which, long conversation, int atMost) {
        return database.read(handle -> handle.createQuery("""
                select * from job where %1$s and conversation_id = :conversation
                union all select job.* from job join conversation on conversation.id = :conversation
                where branch_of is not null and %1$s and conversation_id <> :conversation
                    and job.id in (select job_id from turn where turn.conversation_id = :conversation)
                order by created_at desc, id desc limit :most""".formatted(which)).bind("conversation", conversation)
                .bind("most", atMost).map((row, _) -> job(row)).list());
    }

    @Override
    public Optional<Job> answeredBy(long account, Chat chat, String messageId) {
        return database.read(handle -> handle.createQuery("""
                select * from job where (account_id = :account or :shared = 1) and answer_id = :message
                order by created_at desc, id desc""").bind("account", account).bind("shared", chat.isShared() ? 1 : 0)
                .bind("message", messageId).map((row, _) -> job(row)).list()).stream()
                .filter(job -> job.address().chat().key().equals(chat.key())).findFirst();
    }

    @Override
    public boolean undo(String id) {
        return turn(id, Job.State.DONE, Job.State.UNDONE);
    }

    @Override
    public boolean redo(String id) {
        return turn(id, Job.State.UNDONE, Job.State.DONE);
    }

    private boolean turn(String id, Job.State from, Job.State to) {
        return database.write(handle -> handle
                .createUpdate("update job set state = :to where id = :id and state = :from").bind("to", to.name())
                .bind("from", from.name()).bind("id", id).execute() == 1);
    }

    @Override
    public Optional<Job> undone(String revised) {
        return database.read(handle -> handle.createQuery("""
                select * from job where revises = :revised and state = 'UNDONE'
                order by created_at desc, id desc limit 1""").bind("revised", revised)
                .map((row, _) -> job(row)).findOne());
    }

    @Override
    public Optional<Job> lastEnded(long conversation) {
        return newest("state not in ('WAITING', 'QUEUED', 'RUNNING', 'ANSWERED')", conversation, 1).stream()
                .findFirst();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(row.getString("id"), row.getLong("account_id"), row.getLong("conversation_id"),
                Json.intent(row.getString("intent")), row.getString("words"), row.getString("quoted"),
                Json.read(row.getString("attachments"), new TypeReference<List<Attachment>>() {
                }),
                row.getString("revises"), row.getString("model"), row.getLong("seed"), row.getInt("is_fresh") == 1,
                Json.read(row.getString("address"), new TypeReference<ReplyAddress>() {
                }),
                Job.State.valueOf(row.getString("state")), row.getInt("attempts"));
    }
}
