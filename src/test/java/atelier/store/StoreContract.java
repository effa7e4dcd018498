package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Turn;
import atelier.conversation.Whose;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Outbox;
import atelier.engine.port.Wakes;
import atelier.intent.Intent;
import atelier.usage.Cost;
import atelier.usage.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must do.
abstract class StoreContract {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final Sender ADA = new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH);
    private static final Chat CHAT = new Chat(Platform.TELEGRAM, "42", true);

    final SettableClock clock = SettableClock.at("2026-11-21T22:59:00Z");
    final Tiers tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    Database database;
    private JdbiAccounts accounts;
    private JdbiLedger ledger;
    private JdbiOutbox outbox;
    private JdbiJobs jobs;
    private JdbiConversations conversations;

    abstract Database open();

    /// Opens the same data again, as after a restart.
    abstract Database reopen();

    @BeforeEach
    void connect() {
        use(open());
    }

    private void use(Database opened) {
        database = opened;
        accounts = new JdbiAccounts(database, tiers, Set.of(), clock);
        ledger = new JdbiLedger(database, clock);
        outbox = new JdbiOutbox(database, "node-1", clock);
        jobs = new JdbiJobs(database, clock);
        conversations = new JdbiConversations(database, clock);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void aPersonIsKnownByPlatformAndIdNotByName() {
        var first = accounts.of(ADA);

        assertThat(accounts.of(new Sender(Platform.TELEGRAM, "42", "renamed", Locale.ENGLISH))).isEqualTo(first);
        assertThat(accounts.of(new Sender(Platform.DISCORD, "42", "ada", Locale.ENGLISH)).id())
                .isNotEqualTo(first.id());
        assertThat(accounts.byId(first.id()).tier().name()).isEqualTo("free");
    }

    @Test
    void thePlatformsLanguageIsFollowedUntilAPersonChoosesOne() {
        var ada = accounts.of(ADA);

        assertThat(accounts.of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.GERMANY)).locale())
                .isEqualTo(Locale.GERMANY);
        assertThat(accounts.byId(ada.id()).locale()).isEqualTo(Locale.GERMANY);
        accounts.speak(ada.id(), Locale.FRENCH);
        assertThat(accounts.of(ADA).locale()).isEqualTo(Locale.FRENCH);
        accounts.speak(ada.id(), null);
        assertThat(accounts.byId(ada.id()).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void anEventIsTakenInOnce() {
        var inbox = new JdbiInbox(database, clock);

        assertThat(inbox.add(Platform.TELEGRAM, "7")).isTrue();
        assertThat(inbox.add(Platform.TELEGRAM, "7")).isFalse();
        assertThat(inbox.add(Platform.DISCORD, "7")).isTrue();
    }

    @Test
    void whatFailsHalfwayLeavesNothingBehind() {
        var ada = accounts.of(ADA);

        assertThatThrownBy(() -> database.inTransaction(() -> {
            ledger.take(ada.id(), DAY, 25, "j1", 1);
            outbox.add(draft("never sent", true), true);
            throw new IllegalStateException("power cut");
        })).hasMessage("power cut");

        assertThat(ledger.used(ada.id(), DAY)).isZero();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void whatIsToRunAfterACommitRunsOnlyThen() {
        var ran = new ArrayList<String>();

        database.inTransaction(() -> {
            database.afterCommit(() -> ran.add("after"));
            assertThat(ran).isEmpty();
            return true;
        });

        assertThat(ran).containsExactly("after");
    }

    @Test
    void messagesLeaveInOrderAndWaitForTheirTurn() {
        outbox.add(draft("one", true), true);
        outbox.add(draft("two", false), false);
        assertThat(outbox.chatsDue()).containsExactly(CHAT);

        var one = outbox.takeNext(CHAT).orElseThrow();
        assertThat(one.draft().text()).isEqualTo("one");
        assertThat(outbox.takeNext(CHAT)).as("two waits for one").isEmpty();

        outbox.later(one.id(), Duration.ofSeconds(30));
        assertThat(outbox.takeNext(CHAT)).isEmpty();
        assertThat(outbox.chatsDue()).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        assertThat(outbox.takeNext(CHAT).orElseThrow().attempts()).isEqualTo(2);
        outbox.sent(one.id(), "m1");

        assertThat(outbox.takeNext(CHAT).orElseThrow().draft()).isEqualTo(draft("two", false));
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void afterACrashOnlyWhatIsSafeToRepeatIsRepeated() {
        outbox.add(draft("finishes a message", true), true);
        var finishing = outbox.takeNext(CHAT).orElseThrow();
        var other = new Chat(Platform.TELEGRAM, "43", true);
        outbox.add(new Outbox.Draft(1, ReplyAddress.in(other), false, "a new message", List.of(), List.of()), false);
        outbox.takeNext(other);

        database.close();
        use(reopen());
        assertThat(outbox.recover()).extracting(entry -> entry.draft().text()).containsExactly("a new message");

        assertThat(outbox.takeNext(CHAT).orElseThrow().id()).isEqualTo(finishing.id());
        assertThat(outbox.takeNext(other)).as("nobody knows whether it arrived").isEmpty();
    }

    @Test
    void aFinishWhoseMessageIsGoneBecomesANewMessage() {
        outbox.add(draft("the result", true), true);
        var entry = outbox.takeNext(CHAT).orElseThrow();

        outbox.sendAnew(entry.id(), false);

        assertThat(outbox.takeNext(CHAT).orElseThrow().draft()).isEqualTo(draft("the result", false));
    }

    @Test
    void aJobComesBackAsItWasAndEndsOnce() {
        var job = job("j1", new Intent.Talk("hello"));
        jobs.add(job);
        assertThat(jobs.find("j1")).contains(job);

        assertThat(jobs.begin("j1").orElseThrow().attempts()).isEqualTo(1);
        jobs.handBack("j1");
        assertThat(jobs.begin("j1").orElseThrow().attempts()).as("handing back costs no attempt").isEqualTo(1);
        assertThat(jobs.begin("j1").orElseThrow().attempts()).as("broken off without a word").isEqualTo(2);
        assertThat(jobs.begun(2)).containsExactly("j1");
        assertThat(jobs.begun(3)).isEmpty();
        jobs.move("j1", job.address().owning("m9"));
        assertThat(jobs.unfinished(job.account())).containsExactly("j1");
        assertThat(jobs.find("j1").orElseThrow().address().messageId()).isEqualTo("m9");

        assertThat(jobs.end("j1", Job.State.DONE)).isTrue();
        assertThat(jobs.end("j1", Job.State.FAILED)).isFalse();
        assertThat(jobs.begin("j1")).isEmpty();
        assertThat(jobs.lastDone(job.conversation())).map(Job::id).contains("j1");
    }

    @Test
    void conversationsPersistAndStayApart() {
        var ada = accounts.of(ADA).id();
        var bob = accounts.of(new Sender(Platform.TELEGRAM, "43", "bob", Locale.ENGLISH)).id();
        var first = conversations.current(Whose.of(ada, CHAT));
        conversations.append(Whose.of(ada, CHAT), first.id(),
                new Turn(Turn.Role.PERSON, "hello\nthere", "j1", clock.instant()));
        conversations.append(Whose.of(ada, CHAT), first.id(),
                new Turn(Turn.Role.ASSISTANT, "hi", "j1", clock.instant()));
        conversations.ask(Whose.of(ada, CHAT), first.id(), "/code");
        database.close();
        use(reopen());

        var again = conversations.current(Whose.of(ada, CHAT));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.pending()).isEqualTo("/code");
        assertThat(conversations.recent(Whose.of(ada, CHAT), first.id(), 10)).extracting(Turn::text)
                .containsExactly("hello\nthere", "hi");
        assertThat(conversations.recent(Whose.of(ada, CHAT), first.id(), 1)).extracting(Turn::text)
                .containsExactly("hi");
        assertThat(conversations.begin(Whose.of(ada, CHAT)).id()).isNotEqualTo(first.id());
        assertThat(conversations.list(Whose.of(ada, CHAT), 10, 0)).extracting(it -> it.title())
                .containsExactly("hello");
        assertThat(conversations.list(Whose.of(bob, CHAT), 10, 0)).isEmpty();
    }

    @Test
    void hostileTextComesBackAsItWas() {
        var ada = accounts.of(ADA).id();
        var conversation = conversations.current(Whose.of(ada, CHAT)).id();
        var hostile = List.of("'; drop table turn; --", "\\'\"`${}:name", "😀\u202E مرحبا 你好", "a\tb\nc");

        hostile.forEach(
                text -> conversations.append(Whose.of(ada, CHAT), conversation,
                        new Turn(Turn.Role.PERSON, text, "j", clock.instant())));

        assertThat(conversations.recent(Whose.of(ada, CHAT), conversation, 10)).extracting(Turn::text)
                .containsExactlyElementsOf(hostile);
    }

    @Test
    void buttonsKeepTheirMeaning() {
        var buttons = new JdbiButtons(database, clock);
        var id = buttons.add(accounts.of(ADA).id(), CHAT.key(), Buttons.Action.STOP, "j1");

        assertThat(id).matches("[0-9a-z]{8}-[0-9a-f-]{36}");
        assertThat(buttons.find(id).orElseThrow().argument()).isEqualTo("j1");
        assertThat(buttons.find("x")).isEmpty();
    }

    @Test
    void usageAddsUp() {
        var log = new JdbiUsageLog(database);
        var ada = accounts.of(ADA).id();
        for (var outcome : List.of("done", "done", "failed")) {
            log.record(new Usage("j", ada, 1, "CHAT", "m", "gemini", false, 10, 20, 5, 50, 0.25, outcome,
                    clock.instant()));
        }

        var totals = log.totals(ada, clock.instant().minusSeconds(1));
        assertThat(totals.answers()).isEqualTo(2);
        assertThat(totals.outputTokens()).isEqualTo(40);
        assertThat(totals.cost()).as("of what failed, too").isEqualTo(Cost.of(0.75));
        assertThat(totals.local()).isFalse();
    }

    @Test
    void onlyWhatHasDoneItsServiceIsForgotten() {
        var inbox = new JdbiInbox(database, clock);
        var buttons = new JdbiButtons(database, clock);
        inbox.add(Platform.TELEGRAM, "7");
        outbox.add(draft("sent", true), true);
        outbox.add(draft("still to be sent", true), true);
        outbox.sent(outbox.takeNext(CHAT).orElseThrow().id(), "m1");
        var button = buttons.add(accounts.of(ADA).id(), CHAT.key(), Buttons.Action.STOP, "j1");

        inbox.forget(clock.instant());
        buttons.forget(clock.instant());
        assertThat(inbox.add(Platform.TELEGRAM, "7")).as("too young to be forgotten").isFalse();
        assertThat(buttons.find(button)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        inbox.forget(clock.instant());
        outbox.forget(clock.instant());
        buttons.forget(clock.instant());

        assertThat(inbox.add(Platform.TELEGRAM, "7")).isTrue();
        assertThat(buttons.find(button)).isEmpty();
        assertThat(outbox.takeNext(CHAT).orElseThrow().draft().text()).isEqualTo("still to be sent");
    }

    @Test
    void aTakenBackJobStaysAndIsFoundByWhatItRevises() {
        var first = job("j1", new Intent.Talk("hello"));
        var second = new Job("j2", first.account(), first.conversation(), first.intent(), "change", null, List.of(),
                "j1",
                null, 0, false, first.address(), Job.State.QUEUED, 0);
        for (var job : List.of(first, second)) {
            jobs.add(job);
            jobs.move(job.id(), job.address().owning("m-" + job.id()));
            jobs.end(job.id(), Job.State.DONE);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(jobs.undo("j2")).isTrue();
        assertThat(jobs.undo("j2")).isFalse();
        assertThat(jobs.done(first.conversation(), 9)).extracting(Job::id).containsExactly("j1");
        assertThat(jobs.undone("j1").map(Job::id)).contains("j2");
        assertThat(jobs.redo("j2")).isTrue();
        assertThat(jobs.done(first.conversation(), 9)).extracting(Job::id).containsExactly("j2", "j1");
        assertThat(jobs.answeredBy(first.account(), CHAT, "m-j1").map(Job::id)).contains("j1");
        assertThat(jobs.answeredBy(first.account() + 1, CHAT, "m-j1")).isEmpty();
        assertThat(jobs.answeredBy(first.account(), new Chat(Platform.TELEGRAM, "elsewhere", true), "m-j1")).isEmpty();
    }

    @Test
    void jobsRunOnceEvenWhenSubmittedBeforeTheStart() {
        var ran = new ConcurrentLinkedQueue<String>();
        try (var queue = queue()) {
            database.inTransaction(() -> {
                queue.submit("before", 1);
                return true;
            });
            queue.start(ran::add);
            database.inTransaction(() -> {
                queue.submit("after", 1);
                return true;
            });
            assertThatThrownBy(() -> database.inTransaction(() -> {
                queue.submit("rolled back", 1);
                throw new IllegalStateException();
            })).isInstanceOf(IllegalStateException.class);

            await().until(() -> ran.size() >= 2);
        }
        assertThat(ran).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void aJobThatBrokeOffIsRunByTheNextProcess() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ran = new ConcurrentLinkedQueue<String>();
        var dying = queue();
        database.inTransaction(() -> {
            jobs.add(job("j1", new Intent.Talk("hello")));
            dying.submit("j1", 1);
            return true;
        });
        dying.start(_ -> {
            begun.countDown();
            throw new IllegalStateException("killed");
        });
        begun.await();
        dying.close();

        try (var next = queue()) {
            next.start(ran::add);
            next.recover();
            await().atMost(Duration.ofSeconds(20)).until(() -> ran.contains("j1"));
        }
    }

    private JobQueue queue() {
        return database.isSqlite()
                ? new LocalJobQueue(database, 4, Duration.ofSeconds(2), _ -> 1)
                : new SchedulerJobQueue(database, java.time.Clock.systemUTC(), "node-1", 4, Duration.ofSeconds(2),
                        Wakes.none());
    }

    private static Outbox.Draft draft(String text, boolean finishes) {
        var address = new ReplyAddress(CHAT, finishes ? "m1" : null, "5", Map.of("token", "t"));
        return new Outbox.Draft(1, new ReplyAddress(CHAT, "m1", "5", address.hints()), finishes, text,
                List.of(new Button("b1", "Stop", Button.Style.DANGER)),
                List.of(new Outbox.Draft.File("a.txt", "text/plain", 3, "ab")));
    }

    @Test
    void anErrandIsNoThingThatWasMade() {
        var made = job("j1", new Intent.Talk("hello"));
        var errand = job("j2", new Intent.ManageModels("add ollama"));
        jobs.add(made);
        jobs.end("j1", Job.State.DONE);
        clock.advance(Duration.ofSeconds(1));
        jobs.add(errand);
        jobs.end("j2", Job.State.ANSWERED);

        assertThat(jobs.lastDone(made.conversation())).map(Job::id).contains("j1");
        assertThat(jobs.lastEnded(made.conversation())).map(Job::id).contains("j1");
        assertThat(jobs.find("j1")).map(Job::fresh).contains(true);
    }

    @Test
    void whoeverIsNamedOrSitsAtTheTerminalRunsIt() {
        var terminal = new Sender(Platform.TERMINAL, "me", "me", Locale.ENGLISH);
        var named = new JdbiAccounts(database, tiers, Set.of(ADA.platform() + ":" + ADA.id()), clock);

        assertThat(accounts.isAdmin(accounts.of(ADA).id())).isFalse();
        assertThat(named.isAdmin(accounts.of(ADA).id())).isTrue();
        assertThat(accounts.isAdmin(accounts.of(terminal).id())).isTrue();
    }

    private Job job(String id, Intent intent) {
        var ada = accounts.of(ADA).id();
        return new Job(id, ada, conversations.current(Whose.of(ada, CHAT)).id(), intent, "hello", null,
                List.of(new Attachment("a.txt", "text/plain", 3, "file-1")), null, null, 7, true,
                new ReplyAddress(CHAT, null, "5", Map.of("token", "t")), Job.State.QUEUED, 0);
    }
}
