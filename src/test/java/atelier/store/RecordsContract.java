package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Turn;
import atelier.conversation.Whose;
import atelier.engine.port.Job;
import atelier.intent.Intent;
import atelier.usage.Call;
import atelier.usage.CallFigures;
import atelier.usage.Cost;
import atelier.usage.Lesson;
import atelier.usage.RatedAnswer;
import atelier.usage.Scope;
import atelier.usage.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        var accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
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
        assertThat(figures.getLast()).isEqualTo(new CallFigures("ollama", "llama", true, false, "CODE", 11, 10,
                new CallFigures.Times(50, 90), new CallFigures.Times(500, 900), figures.getLast().tokensPerSecond(),
                Cost.of(3), 0, 0));
        assertThat(figures.getLast().tokensPerSecond()).isCloseTo(10 * 20 / 4.95, within(0.01));
        assertThat(figures.getFirst().calls()).as("the bench counts for itself alone").isEqualTo(12);
        assertThat(figures.get(1).successShare()).isZero();
    }

    @Test
    void oneModelOnSeveralServersOfAKindIsOneRowForItsOwnersAndUnknownToOthers() {
        calls.add(List.of(call("ollama", Cost.NOTHING), call("ollama~3fa2b1c4d5", new Cost(0, 0.5)),
                call("gemini~3fa2b1c4d5", new Cost(0, 0.25))));

        assertThat(calls.figures(new Scope.Person(ada), clock.instant())).filteredOn(it -> it.task().isEmpty())
                .extracting(CallFigures::id, CallFigures::calls, CallFigures::own, CallFigures::cost)
                .containsExactly(tuple("gemini/llama", 1L, true, new Cost(0, 0.25)),
                        tuple("ollama/llama", 2L, false, new Cost(0, 0.5)));
        assertThat(calls.figures(new Scope.Everybody(), clock.instant())).filteredOn(it -> it.task().isEmpty())
                .extracting(CallFigures::id, CallFigures::calls).containsExactly(tuple("ollama/llama", 1L));
        assertThat(calls.spent("own")).isEqualTo(new Cost(0, 0.75));
        assertThat(calls.spent("nothing")).isEqualTo(Cost.NOTHING);
    }

    @Test
    void aVoteInAComparisonCountsForTheModelItIsFor() {
        calls.add(List.of(call("c1.1", "ollama", Cost.of(0.5)), call("c1.2", "gemini", Cost.of(0.25)),
                call("c10.1", "openai", Cost.of(8))));
        votes.vote("c1.2", ada, true);

        assertThat(calls.figures(new Scope.Everybody(), clock.instant())).filteredOn(it -> it.task().isEmpty())
                .extracting(CallFigures::provider, CallFigures::likes)
                .containsExactly(tuple("gemini", 1L), tuple("ollama", 0L), tuple("openai", 0L));
        assertThat(calls.spent("c1")).as("of all its parts").isEqualTo(Cost.of(0.75));
    }

    private Call call(String provider, Cost cost) {
        return call("own", provider, cost);
    }

    private Call call(String job, String provider, Cost cost) {
        return new Call(new Call.For(job, ada, TEAM, 1, "CODE"), "llama", provider, true, Call.Tokens.NONE, 1, 2,
                Call.DONE, cost, clock.instant());
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

    @Test
    void onlyWhatAPersonRatedOfTheirOwnAfterOptingInIsForTraining() {
        var rated = new JdbiRatedAnswers(database, clock);
        asked(ada, "early", "llama");
        votes.vote("early", ada, true);
        clock.advance(Duration.ofSeconds(1));
        assertThat(rated.optedIn(ada)).isEmpty();

        rated.optIn(ada);
        var since = clock.instant();
        asked(ada, "liked", "llama");
        asked(bob, "another's", "llama");
        asked(ada, "rated by another", "llama");
        asked(ada, "made without a model", null);
        asked(ada, "disliked", "gemma");
        for (var job : List.of("liked", "another's", "made without a model")) {
            votes.vote(job, ada, true);
        }
        votes.vote("rated by another", bob, true);
        clock.advance(Duration.ofSeconds(1));
        votes.vote("disliked", ada, false);
        rated.optIn(ada);

        assertThat(rated.optedIn(ada)).contains(since);
        assertThat(rated.of(ada, 10)).containsExactly(
                new RatedAnswer("please disliked", "done disliked", "ollama/gemma", false, "GENERATE_CODE", since),
                new RatedAnswer("please liked", "done liked", "ollama/llama", true, "GENERATE_CODE", since));
        assertThat(rated.of(ada, 1)).hasSize(1);
        assertThat(rated.of(bob, 10)).isEmpty();
    }

    @Test
    void whoOptsOutLeavesNothingAndBeginsAnew() {
        var rated = new JdbiRatedAnswers(database, clock);
        rated.optIn(ada);
        asked(ada, "job", "llama");
        votes.vote("job", ada, true);

        rated.optOut(ada);
        assertThat(rated.of(ada, 10)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        rated.optIn(ada);

        assertThat(rated.of(ada, 10)).isEmpty();
        votes.vote("job", ada, true);
        assertThat(rated.of(ada, 10)).as("rated again").hasSize(1);
    }

    @Test
    void learnedRoutingIsOnUntilAPersonTurnsItOffAndStandsApartFromLocalOnly() {
        var choices = new JdbiChoices(database);
        assertThat(choices.learnedRouting(ada)).isTrue();

        choices.setLocalOnly(ada, true);
        assertThat(choices.learnedRouting(ada)).isTrue();
        choices.setLearnedRouting(ada, false);
        choices.setLearnedRouting(bob, false);
        choices.setLearnedRouting(bob, true);

        assertThat(choices.learnedRouting(ada)).isFalse();
        assertThat(choices.localOnly(ada)).isTrue();
        assertThat(choices.localOnly(bob)).isFalse();
        assertThat(choices.withoutLearnedRouting()).containsExactly(ada);
    }

    private void asked(long account, String id, @Nullable String model) {
        var conversations = new JdbiConversations(database, clock);
        var conversation = conversations.current(new Whose(account, TEAM, false, false)).id();
        new JdbiJobs(database, clock).add(new Job(id, account, conversation, new Intent.Talk("x"), "x", null, List.of(),
                null, null, 7, false, ReplyAddress.in(new Chat(Platform.TELEGRAM, "42", true)), Job.State.QUEUED, 0));
        conversations.append(new Whose(account, TEAM, false, false), conversation,
                new Turn(Turn.Role.PERSON, "please " + id, id, clock.instant()));
        conversations.append(new Whose(account, TEAM, false, false), conversation,
                new Turn(Turn.Role.ASSISTANT, "done " + id, id, clock.instant()));
        var log = new JdbiUsageLog(database);
        log.record(
                new Usage(id, account, conversation, "GENERATE_CODE", model == null ? null : "earlier", "ollama", true,
                        1, 2, 3, 4, 0, "failed", clock.instant()));
        log.record(new Usage(id, account, conversation, "GENERATE_CODE", model, "ollama", true, 1, 2, 3, 4, 0, "done",
                clock.instant()));
    }

    private long count(Scope scope, Instant from) {
        return calls.figures(scope, from).getFirst().calls();
    }

    private Call call(long account, String team, String job, String task, long first, long total, String outcome) {
        return new Call(new Call.For(job, account, team, 1, task), "llama", "ollama", true, new Call.Tokens(10, 5, 20),
                first, total, outcome, 0.25, clock.instant());
    }
}
