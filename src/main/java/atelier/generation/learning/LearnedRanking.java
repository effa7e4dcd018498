package atelier.generation.learning;

import atelier.generation.TaskRanking;
import atelier.generation.Terms;
import atelier.usage.Call;
import atelier.usage.Calls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts local models into the order in which they serve a task best, by what came of earlier calls: answers, votes, time. Thread-safe.
///
/// - Cloud models stay where they are: nothing learned sends words there.
/// - One wish in twenty goes to another model than the best known, drawn by how good it may yet turn out to be.
/// - A change for little gain is not made: it would have another model loaded for nothing.
/// - One piece of work keeps its order through all its calls.
/// - Looks only at what it has in memory, which it reads again every half minute once started.
public final class LearnedRanking implements TaskRanking, AutoCloseable {
    /// How often what is known is read again.
    public static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofDays(60);
    private static final int MOST_LESSONS = 20_000;
    private static final double EXPLORED = 0.05;
    private static final double LEAST_GAIN = 0.06;
    private static final int JOBS_REMEMBERED = 500;
    private static final Logger LOG = LoggerFactory.getLogger(LearnedRanking.class);

    private final Calls calls;
    private final Supplier<Set<Long>> apart;
    private final Predicate<String> local;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final Map<Begun, Ranked> begun = new Remembered<>(JOBS_REMEMBERED);
    private volatile Experience experience;
    private volatile @Nullable Thread thread;

    /// @param apart  accounts that have turned it off; asked in the background
    /// @param local  whether a model, named by its id, runs on its owner's own machine
    /// @param random used by one thread at a time
    public LearnedRanking(Calls calls, Supplier<Set<Long>> apart, Predicate<String> local, RandomGenerator random,
            InstantSource clock) {
        this.calls = calls;
        this.apart = apart;
        this.local = local;
        this.random = random;
        this.clock = clock;
        this.experience = new Experience(List.of(), Set.of(), clock.instant());
    }

    private record Begun(String job, List<String> models) {}

    /// Reads now and from now on every half minute.
    public void start() {
        thread = Thread.ofVirtual().name("learning").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    tryToRefresh();
                    if (wake.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                        wake.drainPermits();
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // closed
            }
        });
    }

    private void tryToRefresh() {
        try {
            refresh();
        } catch (RuntimeException failure) {
            LOG.warn("what models have done could not be read; going by what was known", failure);
        }
    }

    /// Reads soon, because somebody turned it on or off. Does not wait.
    public void wake() {
        wake.release();
    }

    /// Reads now.
    public void refresh() {
        var now = clock.instant();
        experience = new Experience(calls.lessons(now.minus(WINDOW), MOST_LESSONS), apart.get(), now);
    }

    @Override
    public Ranked rank(Terms.Cause cause, List<String> models) {
        var known = experience;
        var locals = models.stream().filter(local).toList();
        if (locals.size() < 2 || cause.task().isEmpty() || cause.task().equals(Call.BENCH)
                || known.isApart(cause.account())) {
            return new Ranked(models, null);
        }
        synchronized (begun) {
            var ranked = cause.job().isEmpty()
                    ? ranked(known, cause, locals)
                    : begun.computeIfAbsent(new Begun(cause.job(), locals), _ -> ranked(known, cause, locals));
            return new Ranked(inPlace(ranked.models(), models, Set.copyOf(locals)), ranked.because());
        }
    }

    private Ranked ranked(Experience known, Terms.Cause cause, List<String> locals) {
        var beliefs = new HashMap<String, Belief>();
        locals.forEach(model -> beliefs.put(model, known.of(cause, model)));
        var usual = locals.getFirst();
        var order = by(beliefs, locals, Belief::worth);
        var because = new Reason(known, cause);
        if (worth(beliefs, order.getFirst()) - worth(beliefs, usual) < LEAST_GAIN) {
            order = locals;
        }
        if (random.nextDouble() < EXPLORED) {
            var drawn = by(beliefs, locals, belief -> belief.drawn(random)).getFirst();
            if (!drawn.equals(order.getFirst())) {
                var explored = new ArrayList<>(order);
                explored.remove(drawn);
                explored.addFirst(drawn);
                return new Ranked(explored, drawn.equals(usual) ? null : because.ofTrying(drawn));
            }
        }
        return new Ranked(order, order.getFirst().equals(usual) ? null : because.of(order.getFirst(), usual));
    }

    private static double worth(Map<String, Belief> beliefs, String model) {
        return beliefs.getOrDefault(model, Belief.USUAL).worth();
    }

    /// The best first; each is judged once, as a drawn judgement differs from time to time.
    private static List<String> by(Map<String, Belief> beliefs, List<String> models, ToDoubleFunction<Belief> judge) {
        var judged = new HashMap<String, Double>();
        models.forEach(
                model -> judged.put(model, judge.applyAsDouble(beliefs.getOrDefault(model, Belief.USUAL))));
        return models.stream()
                .sorted(Comparator.comparingDouble((String model) -> judged.getOrDefault(model, 0.0)).reversed())
                .toList();
    }

    /// Only local models change places, among themselves.
    private static List<String> inPlace(List<String> ranked, List<String> models, Set<String> locals) {
        var next = ranked.iterator();
        return models.stream().map(model -> locals.contains(model) && next.hasNext() ? next.next() : model).toList();
    }

    @Override
    public void close() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
