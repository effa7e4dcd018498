package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Account;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Button;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Whose;
import atelier.engine.port.Job;
import atelier.engine.port.Outbox;
import atelier.engine.port.Relay;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What processes that share a database may rely on.
abstract class NodesContract {
    private static final Chat CHAT = new Chat(Platform.TELEGRAM, "42", true);
    private static final ReplyAddress ADDRESS = ReplyAddress.in(CHAT);

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    @TempDir
    Path folder;
    Database database;
    JdbiNodes nodes;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        nodes = new JdbiNodes(database);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void aNodeIsKnownByItsBeats() {
        assertThat(nodes.beat("one")).as("entered anew").isFalse();
        assertThat(nodes.beat("one")).isTrue();
        nodes.beat("two");

        assertThat(nodes.beats()).isEqualTo(Map.of("one", 2L, "two", 1L));
        nodes.leave("one");
        assertThat(nodes.beats()).containsOnlyKeys("two");
    }

    @Test
    void aNodeThatHasBeatenSinceIsNotBuried() {
        nodes.beat("one");
        nodes.beat("one");

        assertThat(nodes.bury("one", 1)).isFalse();
        assertThat(nodes.bury("one", 2)).isTrue();
        assertThat(nodes.bury("one", 2)).as("only one sees to it").isFalse();
        assertThat(nodes.beat("one")).as("entered anew").isFalse();
    }

    @Test
    void aLeaseHasOneHolderUntilThatOneIsGone() {
        nodes.beat("one");
        nodes.beat("two");

        assertThat(nodes.take("door", "one")).isTrue();
        assertThat(nodes.take("door", "one")).as("keeps its own").isTrue();
        assertThat(nodes.take("door", "two")).isFalse();
        assertThat(nodes.holder("door")).contains("one");

        nodes.bury("one", 1);
        assertThat(nodes.holder("door")).isEmpty();
        assertThat(nodes.take("door", "two")).isTrue();
        nodes.release("door", "one");
        assertThat(nodes.holder("door")).as("not one's own to give back").contains("two");
        nodes.release("door", "two");
        assertThat(nodes.holder("door")).isEmpty();
    }

    @Test
    void ofManyWhoTakeALeaseAtOnceOneGetsIt() throws Exception {
        for (var round = 0; round < 20; round++) {
            var lease = "door " + round;
            var all = new ArrayList<Callable<Boolean>>();
            for (var node = 0; node < 8; node++) {
                var name = "n" + node;
                nodes.beat(name);
                all.add(() -> nodes.take(lease, name));
            }
            assertThat(together(all).stream().filter(taken -> taken)).hasSize(1);
        }
    }

    @Test
    void whatADeadNodeWasSendingIsTakenUpAndWhatALivingOneSendsIsLeftAlone() {
        nodes.beat("living");
        nodes.beat("dying");
        var dying = new JdbiOutbox(database, "dying", clock);
        var living = new JdbiOutbox(database, "living", clock);
        dying.add(draft("42"), true);
        dying.add(draft("43"), false);
        dying.add(draft("44"), true);
        dying.takeNext(chat("42"));
        dying.takeNext(chat("43"));
        living.takeNext(chat("44"));
        assertThat(living.recover()).isEmpty();
        assertThat(living.chatsDue()).isEmpty();

        nodes.leave("dying");

        assertThat(living.recover()).as("nobody knows whether it arrived").singleElement()
                .satisfies(entry -> assertThat(entry.draft().address().chat().id()).isEqualTo("43"));
        assertThat(living.recover()).as("it is this node's now").isEmpty();
        assertThat(living.chatsDue()).containsExactly(chat("42"));
    }

    @Test
    void aPaceIsKeptExactlyHoweverManyAskAtOnce() throws Exception {
        var account = account();
        var pace = new JdbiPace(database, clock);
        var all = new ArrayList<Callable<Boolean>>();
        for (var request = 0; request < 150; request++) {
            all.add(() -> pace.take(account.id(), 100).isZero());
        }

        assertThat(together(all).stream().filter(granted -> granted)).hasSize(100);
        assertThat(pace.take(account.id(), 100)).isEqualTo(Duration.ofMillis(600));
        clock.advance(Duration.ofMillis(600));
        assertThat(pace.take(account.id(), 100)).isZero();
        assertThat(pace.take(account.id(), 100)).isEqualTo(Duration.ofMillis(600));
        clock.advance(Duration.ofMinutes(5));
        assertThat(together(all).stream().filter(granted -> granted)).as("after a quiet time").hasSize(100);
    }

    @Test
    void whatIsAskedOfADoorIsHandedOutOnce() {
        var relay = new JdbiRelay(database, clock);
        var id = relay.ask("door", Relay.Kind.OPEN, ADDRESS, "On it", List.of());
        relay.ask("door", Relay.Kind.SHOW, ADDRESS.owning("7"), "one", List.of());
        relay.ask("door", Relay.Kind.SHOW, ADDRESS.owning("7"), "one two",
                List.of(new Button("b", "Stop", Button.Style.DANGER)));
        relay.ask("another door", Relay.Kind.FORGET, ADDRESS, "", List.of());

        assertThat(relay.take("door")).extracting(Relay.Request::words).containsExactlyInAnyOrder("On it", "one two");
        assertThat(relay.take("door")).isEmpty();
        assertThat(relay.withdraw(id)).as("somebody is at it").isFalse();
        assertThat(relay.opened(id)).isEmpty();
        relay.answer(id, ADDRESS.owning("8"));
        assertThat(relay.opened(id)).contains(ADDRESS.owning("8"));
        clock.advance(Duration.ofMinutes(3));
        relay.sweep();
        assertThat(relay.take("another door")).isEmpty();
        assertThat(relay.opened(id)).isEmpty();
    }

    @Test
    void whatNobodyHasBegunToOpenCanBeTakenBack() {
        var relay = new JdbiRelay(database, clock);
        var id = relay.ask("door", Relay.Kind.OPEN, ADDRESS, "On it", List.of());

        assertThat(relay.withdraw(id)).isTrue();
        assertThat(relay.take("door")).isEmpty();
    }

    @Test
    void aTeamIsCountedExactlyHoweverManyAskAtOnce() throws Exception {
        var jobs = new JdbiJobs(database, clock);
        var accounts = new ArrayList<Account>();
        for (var person = 0; person < 80; person++) {
            accounts.add(account("p" + person));
        }
        var all = accounts.stream().<Callable<Boolean>>map(one -> () -> database.inTransaction(() -> {
            jobs.underway(one.id());
            var isTaken = jobs.unfinishedIn("TELEGRAM:-9", 50) < 50;
            if (isTaken) {
                jobs.add(job("j" + one.id(), one.id(), new Chat(Platform.TELEGRAM, "-9", false)));
            }
            return isTaken;
        })).toList();

        assertThat(together(all).stream().filter(taken -> taken)).hasSize(50);
        assertThat(jobs.unfinishedIn("TELEGRAM:-9", 50)).isEqualTo(50);
        assertThat(jobs.unfinishedIn("TELEGRAM:-8", 50)).isZero();
    }

    private Job job(String id, long account, Chat chat) {
        var conversation = new JdbiConversations(database, clock).current(Whose.of(account, chat)).id();
        return new Job(id, account, conversation, new Intent.Greet("hello"), "hello", null, List.of(), null, null, 1,
                false,
                ReplyAddress.in(chat), Job.State.QUEUED, 0);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private Account account() {
        return account("42");
    }

    private Account account(String number) {
        var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
        return new JdbiAccounts(database, tiers, Set.of(), clock)
                .of(new Sender(Platform.TELEGRAM, number, "ada", Locale.ENGLISH));
    }

    private static Chat chat(String id) {
        return new Chat(Platform.TELEGRAM, id, true);
    }

    private static Outbox.Draft draft(String chat) {
        return new Outbox.Draft(1, ReplyAddress.in(chat(chat)), false, "words", List.of(), List.of());
    }
}
