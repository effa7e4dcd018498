package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.usage.Call;
import atelier.usage.CallFigures;
import atelier.usage.Lesson;
import atelier.usage.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered of models' work, in any database.
abstract class RecordsContract {
    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private static final String TEAM = "TELEGRAM:42";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private Database database;
    private JdbiCalls calls;
    private JdbiVotes votes;
    private long ada;
    private long bob;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        calls = new JdbiCalls(database);
        votes = new JdbiVotes(database, clock);
        var accounts = new JdbiAccounts(database, TIERS, clock);
        ada = accounts.of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH)).id();
        bob = accounts.of(new Sender(Platform.TELEGRAM, "43", "bob", Locale.ENGLISH)).id();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void eachModelIsMeasuredByItsCalls() {
        for (var number = 1; number <= 10; number++) {
            calls.add(List.of(call(ada, TEAM, "j" + number, "CODE", number * 10L, number * 100L, Call.DONE)));
        }
        calls.add(List.of(call(ada, TEAM, "j11", "CODE", 0, 9000, "TIMEOUT"),
                call(ada, TEAM, "j12", "CODE", 0, 5, "CANCELLED"), call(bob, "DISCORD:9", "b1", "CHAT", 7, 8, "done"),
                call(ada, TEAM, "", Call.BENCH, 1, 2, Call.WRONG)));

        var figures = calls.figures(new Scope.Everybody(), clock.instant());

        assertThat(figures).extracting(CallFigures::task).containsExactly("", "BENCH", "CHAT", "CODE");
        assertThat(figures.getLast()).isEqualTo(new CallFigures("ollama", "llama", true, "CODE", 11, 10,
                new CallFigures.Times(50, 90), new CallFigures.Times(500, 900), figures.getLast().tokensPerSecond(),
                3, 0, 0));
        assertThat(figures.getLast().tokensPerSecond()).isCloseTo(10 * 20 / 4.95, within(0.01));
        assertThat(figures.getFirst().calls()).as("the bench counts for itself alone").isEqualTo(12);
        assertThat(figures.get(1).successShare()).isZero();
    }

    @Test
    void figuresAreOfOnePersonOneTeamOrEverybodyAndOfTheirTime() {
        calls.add(List.of(call(ada, TEAM, "a", "CODE", 1, 2, "done"), call(bob, TEAM, "b", "CODE", 1, 2, "done"),
                call(bob, "DISCORD:9", "c", "CODE", 1, 2, "done")));

        assertThat(count(new Scope.Person(ada), clock.instant())).isEqualTo(1);
        assertThat(count(new Scope.Chat(TEAM), clock.instant())).isEqualTo(2);
        assertThat(count(new Scope.Everybody(), clock.instant())).isEqualTo(3);
        assertThat(calls.figures(new Scope.Everybody(), clock.instant().plusMillis(1))).isEmpty();
    }

    @Test
    void aVoteIsForTheCallThatDelivered() {
        calls.add(List.of(call(ada, TEAM, "j1", "CODE", 1, 2, "done"), call(ada, TEAM, "j1", "CHAT", 1, 2, "done"),
                call(ada, TEAM, "j1", "LYRICS", 1, 2, "TIMEOUT"), call(ada, TEAM, "", "CHAT", 1, 2, "done")));
        votes.vote("j1", ada, true);
        votes.vote("j1", bob, false);

        var figures = calls.figures(new Scope.Everybody(), clock.instant());

        assertThat(figures).extracting(CallFigures::task, CallFigures::likes, CallFigures::dislikes).containsExactly(
                tuple("", 1L, 1L), tuple("CHAT", 1L, 1L), tuple("CODE", 0L, 0L), tuple("LYRICS", 0L, 0L));
    }

    @Test
    void callsTeachTheNewestFirstAndOnlyWhereTheyJudge() {
        calls.add(List.of(call(ada, TEAM, "j1", "CODE", 1, 2, "done")));
        clock.advance(Duration.ofSeconds(1));
        calls.add(List.of(call(bob, TEAM, "j2", "CODE", 0, 4, "TIMEOUT"),
                call(bob, TEAM, "j3", "CODE", 0, 4, "CANCELLED"), call(bob, TEAM, "j4", "CODE", 0, 4, "OVER_BUDGET")));
        votes.vote("j1", ada, false);

        var lessons = calls.lessons(clock.instant().minusSeconds(1), 100);

        assertThat(lessons).containsExactly(
                new Lesson(bob, TEAM, "CODE", "ollama/llama", false, 4, 0, 0, clock.instant()),
                new Lesson(ada, TEAM, "CODE", "ollama/llama", true, 2, 0, 1, clock.instant().minusSeconds(1)));
        assertThat(calls.lessons(clock.instant().minusSeconds(1), 1)).hasSize(1);
    }

    @Test
    void oldCallsAreForgotten() {
        calls.add(List.of(call(ada, TEAM, "old", "CODE", 1, 2, "done")));
        clock.advance(Duration.ofDays(1));
        calls.add(List.of(call(ada, TEAM, "new", "CODE", 1, 2, "done")));

        calls.forget(clock.instant());

        assertThat(count(new Scope.Everybody(), Instant.EPOCH)).isEqualTo(1);
    }

    private long count(Scope scope, Instant from) {
        return calls.figures(scope, from).getFirst().calls();
    }

    private Call call(long account, String team, String job, String task, long first, long total, String outcome) {
        return new Call(new Call.For(job, account, team, 1, task), "llama", "ollama", true, new Call.Tokens(10, 5, 20),
                first, total, outcome, 0.25, clock.instant());
    }
}
