package atelier.generation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.SettableClock;
import atelier.generation.TaskRanking;
import atelier.generation.Terms;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.usage.Call;
import atelier.usage.CallFigures;
import atelier.usage.Calls;
import atelier.usage.Cost;
import atelier.usage.Lesson;
import atelier.usage.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedRankingTest {
    private static final String FIRST = "ollama/llama3", BEST = "ollama/gemma3:latest", THIRD = "lmstudio/qwen",
            CLOUD = "gemini/flash";
    private static final List<String> MODELS = List.of(FIRST, BEST, THIRD);
    private static final Terms.Cause CODE = new Terms.Cause(1, "TELEGRAM:42", 1, "", "GENERATE_CODE");

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final Taught taught = new Taught();
    private final Set<Long> apart = new HashSet<>();
    private Random random = new Never();
    private LearnedRanking ranking = ranking();

    private LearnedRanking ranking() {
        return new LearnedRanking(taught, () -> apart, model -> !model.equals(CLOUD), random, clock);
    }

    @AfterEach
    void close() {
        ranking.close();
    }

    /// How a model really is.
    ///
    /// @param answers share of the wishes it answers
    /// @param liked   share of the answers that are liked, of the third that is voted on
    private record Truth(double answers, double liked, long ms) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mostWorkGoesToTheBestModelAndFollowsAChange(long seed) {
        random = new Random(seed);
        ranking = ranking();
        var world = new Random(seed + 100);
        var truth = new HashMap<>(Map.of(FIRST, new Truth(0.7, 0.6, 6000), BEST, new Truth(0.97, 0.85, 5000), THIRD,
                new Truth(0.9, 0.5, 20_000)));

        var learning = served(truth, world, 300);
        var learned = served(truth, world, 300);
        truth.put(BEST, new Truth(0.3, 0.4, 9000));
        truth.put(FIRST, new Truth(0.97, 0.85, 5000));
        served(truth, world, 150);
        var recovered = served(truth, world, 300);

        assertThat(share(learning, BEST)).as("while learning").isGreaterThan(0.6);
        assertThat(share(learned, BEST)).as("having learned").isGreaterThan(0.9);
        assertThat(share(recovered, FIRST)).as("after the change").isGreaterThan(0.85);
    }

    private List<String> served(Map<String, Truth> truth, Random world, int wishes) {
        var served = new ArrayList<String>();
        for (var wish = 0; wish < wishes; wish++) {
            if (wish % 5 == 0) {
                clock.advance(Duration.ofMinutes(30));
                ranking.refresh();
            }
            var model = ranking.rank(CODE, MODELS).models().getFirst();
            var it = truth.getOrDefault(model, new Truth(0, 0, 0));
            var done = world.nextDouble() < it.answers();
            var voted = done && world.nextInt(3) == 0;
            var liked = world.nextDouble() < it.liked();
            taught.add(1, "TELEGRAM:42", "GENERATE_CODE", model, done,
                    Math.round(it.ms() * Math.exp(world.nextGaussian() * 0.4)), voted && liked ? 1 : 0,
                    voted && !liked ? 1 : 0, clock.instant());
            served.add(model);
        }
        return served;
    }

    private static double share(List<String> served, String model) {
        return (double) served.stream().filter(model::equals).count() / served.size();
    }

    @Test
    void aPersonIsToldInOneLineWhyAModelComesFirst() {
        teach(1, "", BEST, 14, 1, 5800);
        teach(1, "", FIRST, 5, 10, 5800);

        var ranked = rank(CODE, MODELS);

        assertThat(ranked.models()).containsExactly(BEST, THIRD, FIRST);
        assertThat(told(ranked)).isEqualTo("gemma3 first: 14 of 15 code tasks went well for you, half within 6 s");
    }

    @Test
    void whyAModelComesFirstIsToldInTheLanguageOfThePerson() {
        teach(1, "", BEST, 14, 1, 5800);
        teach(1, "", FIRST, 5, 10, 5800);
        var byItself = rank(CODE, MODELS);
        assertThat(told(byItself, Language.GERMAN)).isEqualTo(
                "gemma3 zuerst: bei dir 14 von 15 Aufgaben (Code) gut erledigt, die Hälfte in höchstens 6 s");
        assertThat(told(byItself, Language.RUSSIAN)).isEqualTo(
                "Сначала gemma3: у тебя удачно 14 из 15 задач (код), половина не дольше 6 с");
        assertThat(told(byItself, Language.CHINESE)).isEqualTo(
                "先用 gemma3：你的 15 个代码任务中有 14 个顺利完成，一半在 6 秒内");
        taught.forget(clock.instant());
        teach(2, "TELEGRAM:42", FIRST, 1, 20, 3000);

        var byTheUsual = rank(CODE, MODELS);

        assertThat(told(byTheUsual)).isEqualTo(
                "gemma3 first: of llama3 only 1 of 21 code tasks went well in this chat");
        assertThat(told(byTheUsual, Language.GERMAN)).isEqualTo(
                "gemma3 zuerst: in diesem Chat hat llama3 nur 1 von 21 Aufgaben (Code) gut erledigt");
        assertThat(told(byTheUsual, Language.RUSSIAN)).isEqualTo(
                "Сначала gemma3: в этом чате llama3 справляется лишь с 1 из 21 задачи (код)");
    }

    @Test
    void whatOthersTaughtCountsUntilThePersonKnowsBetter() {
        var newcomer = new Terms.Cause(9, "DISCORD:7", 1, "", "GENERATE_CODE");
        teach(1, "TELEGRAM:42", BEST, 20, 0, 3000);
        teach(2, "TELEGRAM:42", FIRST, 4, 16, 3000);
        assertThat(rank(newcomer, MODELS).models().getFirst()).isEqualTo(BEST);
        assertThat(told(rank(newcomer, MODELS))).contains("20 of 20 code tasks went well here");
        assertThat(told(rank(new Terms.Cause(9, "TELEGRAM:42", 1, "", "GENERATE_CODE"), MODELS)))
                .contains("went well in this chat");

        teach(9, "DISCORD:7", FIRST, 15, 0, 3000);
        teach(9, "DISCORD:7", BEST, 1, 14, 3000);

        assertThat(rank(newcomer, MODELS).models().getFirst()).isEqualTo(FIRST);
    }

    @Test
    void thumbsTellApartModelsThatAnswerEquallyOften() {
        for (var number = 0; number < 12; number++) {
            taught.add(1, "", "GENERATE_CODE", FIRST, true, 4000, 0, 1, clock.instant());
            taught.add(1, "", "GENERATE_CODE", BEST, true, 4000, 1, 0, clock.instant());
        }

        assertThat(rank(CODE, MODELS).models().getFirst()).isEqualTo(BEST);
    }

    @Test
    void aFewCallsOrASmallGainChangeNothing() {
        teach(1, "", FIRST, 20, 1, 5000);
        teach(1, "", BEST, 20, 0, 5000);
        teach(1, "", THIRD, 1, 0, 4000);

        assertThat(rank(CODE, MODELS)).isEqualTo(new TaskRanking.Ranked(MODELS, null));
    }

    @Test
    void otherTasksSayLittleAndTheBenchSaysSomething() {
        for (var number = 0; number < 12; number++) {
            taught.add(1, "", Call.BENCH, FIRST, false, 0, 0, 0, clock.instant());
            taught.add(1, "", Call.BENCH, BEST, true, 2000, 0, 0, clock.instant());
        }

        assertThat(rank(CODE, MODELS).models().getFirst()).as("nothing else is known").isEqualTo(BEST);
        teach(1, "", FIRST, 12, 0, 4000);
        assertThat(rank(CODE, MODELS).models().getFirst()).as("the task itself counts more").isEqualTo(FIRST);
    }

    @Test
    void cloudModelsStayWhereTheyAre() {
        teach(1, "", CLOUD, 40, 0, 500);
        teach(1, "", FIRST, 1, 19, 9000);
        teach(1, "", BEST, 10, 0, 5000);

        assertThat(rank(CODE, List.of(FIRST, CLOUD, BEST)).models()).containsExactly(BEST, CLOUD, FIRST);
        random = new Random(3);
        ranking = ranking();
        ranking.refresh();
        for (var number = 0; number < 500; number++) {
            assertThat(ranking.rank(CODE, List.of(FIRST, CLOUD, BEST)).models().get(1)).isEqualTo(CLOUD);
        }
    }

    @Test
    void oneWishInTwentyTriesAnotherModelAndSaysSo() {
        teach(1, "", BEST, 10, 0, 5000);
        random = new Random(7);
        ranking = ranking();
        ranking.refresh();

        var tried = new ArrayList<String>();
        for (var number = 0; number < 2000; number++) {
            var ranked = ranking.rank(CODE, List.of(BEST, THIRD));
            if (ranked.models().getFirst().equals(THIRD)) {
                tried.add(told(ranked));
            }
        }

        assertThat(tried.size()).isBetween(10, 130);
        assertThat(tried).containsOnly("qwen first, to see how it does at code tasks");
    }

    @Test
    void onePieceOfWorkKeepsItsOrder() {
        random = new Random(7);
        ranking = ranking();
        var orders = new HashMap<String, Set<List<String>>>();
        for (var number = 0; number < 400; number++) {
            var job = "j" + number;
            for (var call = 0; call < 3; call++) {
                orders.computeIfAbsent(job, _ -> new HashSet<>())
                        .add(ranking.rank(new Terms.Cause(1, "", 1, job, "GENERATE_CODE"), MODELS).models());
            }
        }

        assertThat(orders.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(orders.values().stream().distinct().count()).as("some are tries").isGreaterThan(1);
    }

    @Test
    void whoTurnedItOffIsLeftAlone() {
        teach(1, "", BEST, 20, 0, 3000);
        teach(1, "", FIRST, 0, 20, 3000);
        apart.add(1L);

        assertThat(rank(CODE, MODELS)).isEqualTo(new TaskRanking.Ranked(MODELS, null));
        assertThat(rank(new Terms.Cause(2, "", 1, "", "GENERATE_CODE"), MODELS).models().getFirst()).isEqualTo(BEST);
    }

    @Test
    void aDatabaseThatFailsLeavesWhatWasKnown() {
        teach(1, "", BEST, 20, 0, 3000);
        teach(1, "", FIRST, 0, 20, 3000);
        ranking.refresh();
        taught.broken = true;
        ranking.start();
        await().until(() -> taught.refused > 0);

        assertThat(ranking.rank(CODE, MODELS).models().getFirst()).isEqualTo(BEST);
    }

    /// In English, where something is said.
    private static String told(TaskRanking.Ranked ranked) {
        return told(ranked, Language.ENGLISH);
    }

    private static String told(TaskRanking.Ranked ranked, Language language) {
        var because = ranked.because();
        assertThat(because).isNotNull();
        return because == null ? "" : because.in(Phrases.of(language));
    }

    private TaskRanking.Ranked rank(Terms.Cause cause, List<String> models) {
        ranking.refresh();
        return ranking.rank(cause, models);
    }

    private void teach(long account, String team, String model, int done, int failed, long ms) {
        for (var number = 0; number < done + failed; number++) {
            taught.add(account, team, "GENERATE_CODE", model, number < done, ms, 0, 0, clock.instant());
        }
    }

    /// Never explores.
    private static final class Never extends Random {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 1;
        }
    }

    private static final class Taught implements Calls {
        private final List<Lesson> lessons = new ArrayList<>();
        private volatile boolean broken;
        private volatile int refused;

        void add(long account, String team, String task, String model, boolean done, long ms, int likes, int dislikes,
                Instant at) {
            lessons.addFirst(new Lesson(account, team, task, model, done, ms, likes, dislikes, at));
        }

        @Override
        public Cost spent(String job) {
            return Cost.NOTHING;
        }

        @Override
        public List<Lesson> lessons(Instant from, int limit) {
            if (broken) {
                refused = 1;
                throw new IllegalStateException("no database");
            }
            return List.copyOf(lessons);
        }

        @Override
        public void add(List<Call> calls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CallFigures> figures(Scope scope, Instant from) {
            return List.of();
        }

        @Override
        public void forget(Instant before) {
            lessons.clear();
        }
    }
}
