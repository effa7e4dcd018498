package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Whose;
import atelier.engine.port.Job;
import atelier.engine.port.Outbox;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows another version wrote, or nobody should have written, hold up only themselves.
class SpoiledRowsTest {
    private static final Chat CHAT = new Chat(Platform.TELEGRAM, "42", true);

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private Database database;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("atelier.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void spoils(String statement) {
        database.write(handle -> handle.execute(statement));
    }

    @Test
    void aMessageThatCannotBeReadIsGivenUpAndTheNextGoesOut() {
        var outbox = new JdbiOutbox(database, "node-1", clock);
        outbox.add(draft(CHAT, "spoiled"), true);
        outbox.add(draft(CHAT, "sound"), true);
        spoils("update outbox set draft = '{' where id = 1");

        while (!outbox.chatsDue().isEmpty() && outbox.waiting() > 1) {
            outbox.takeNext(CHAT);
        }

        assertThat(outbox.takeNext(CHAT).orElseThrow().draft().text()).isEqualTo("sound");
    }

    @Test
    void aChatThatCannotBeReadHidesNoOther() {
        var outbox = new JdbiOutbox(database, "node-1", clock);
        var other = new Chat(Platform.TELEGRAM, "43", true);
        outbox.add(draft(CHAT, "spoiled"), true);
        outbox.add(draft(other, "sound"), true);
        spoils("update outbox set chat = '{' where id = 1");

        assertThat(outbox.chatsDue()).containsExactly(other);
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void aJobWhoseIntentIsUnknownCanStillBeEndedAndItsPersonTold() {
        var jobs = new JdbiJobs(database, clock);
        var job = job();
        jobs.add(job);
        spoils("update job set intent = '{\"type\": \"teleport\"}'");

        assertThat(jobs.unfinished(job.account())).hasSize(1);
        assertThat(jobs.begin("j1").orElseThrow().address()).isEqualTo(job.address());
        assertThat(jobs.end("j1", Job.State.DONE)).isTrue();
        assertThat(jobs.lastDone(job.conversation())).isPresent();
    }

    @Test
    void whatRunsAfterACommitCannotUndoIt() {
        var ran = new ArrayList<String>();

        var result = database.inTransaction(() -> {
            database.afterCommit(() -> {
                throw new IllegalStateException("too late");
            });
            database.afterCommit(() -> ran.add("second"));
            return "stored";
        });

        assertThat(result).isEqualTo("stored");
        assertThat(ran).containsExactly("second");
    }

    private static Outbox.Draft draft(Chat chat, String text) {
        return new Outbox.Draft(1, ReplyAddress.in(chat), false, text, List.of(), List.of());
    }

    private Job job() {
        var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
        var ada = new JdbiAccounts(database, tiers, Set.of(), clock)
                .of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH)).id();
        return new Job("j1", ada, new JdbiConversations(database, clock).current(Whose.of(ada, CHAT)).id(),
                new Intent.Talk("hello"), "hello", null, List.of(), null, null, 7, false, ReplyAddress.in(CHAT),
                Job.State.QUEUED, 0);
    }
}
