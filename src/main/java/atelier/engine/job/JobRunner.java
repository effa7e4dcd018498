package atelier.engine.job;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.Button;
import atelier.chat.ChatAdapter;
import atelier.chat.UserFacingException;
import atelier.create.Creation;
import atelier.engine.compare.Compared;
import atelier.engine.compare.Comparison;
import atelier.engine.delivery.Links;
import atelier.engine.delivery.Replies;
import atelier.engine.port.Adapters;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.NotStored;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.engine.port.Workshop;
import atelier.engine.team.HouseRules;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on jobs: shows a sign of life, makes the thing, and has the outcome settled.
public final class JobRunner implements JobQueue.Runner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int SUSPECT_AFTER = 2;
    /// A process that has lived so long is not in a row of crashes.
    private static final Duration CALM_AFTER = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final Jobs jobs;
    private final Buttons buttons;
    private final Transactions transactions;
    private final Adapters adapters;
    private final Workshop workshop;
    private final Benches benches;
    private final Comparison comparison;
    private final Errands errands;
    private final Decisions decisions;
    private final Running running;
    private final Settlement settlement;
    private final InstantSource clock;
    private final HouseRules houseRules;
    /// Jobs that were running each time the process died, with others that may be to blame.
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();
    private final ReentrantLock alone = new ReentrantLock();
    private volatile long started;
    private volatile boolean isHandingBack;

    public JobRunner(Parts parts, Running running, Replies replies, Errands errands,
            Decisions decisions) {
        this.accounts = parts.accounts();
        this.jobs = parts.jobs();
        this.buttons = parts.buttons();
        this.transactions = parts.transactions();
        this.adapters = parts.adapters();
        this.workshop = parts.workshop();
        this.benches = new Benches(parts);
        this.comparison = new Comparison(parts);
        this.errands = errands;
        this.decisions = decisions;
        this.running = running;
        this.settlement = new Settlement(parts, replies);
        this.clock = parts.clock();
        this.houseRules = new HouseRules(parts.community(), parts.accounts());
    }

    /// To be called before the first job is run: looks which of them broke off too often to be run side by side. Those wait until
    /// the process has proved sound, then run one at a time: so one that ends the process is found out, and takes no others
    /// with it.
    public void start() {
        started = System.nanoTime();
        suspects.addAll(jobs.begun(SUSPECT_AFTER));
        suspects.removeAll(jobs.begun(MOST_ATTEMPTS)); // these are only ended
    }

    @Override
    public void run(String id) {
        if (!suspects.contains(id)) {
            begin(id);
            return;
        }
        if (!isMyTurn()) {
            throw new IllegalStateException("job " + id + " waits for calmer times"); // the queue comes back to it
        }
        try {
            suspects.remove(id);
            begin(id);
        } finally {
            alone.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return System.nanoTime() - started > CALM_AFTER.toNanos()
                    && alone.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void begin(String id) {
        // Known as running before it begins, so that a stop finds it either queued or here.
        var cancellation = running.start(id);
        try {
            stored(() -> transactions.inTransaction(() -> jobs.begin(id).map(this::begun)))
                    .ifPresent(begun -> attempt(begun, cancellation));
        } finally {
            running.end(id);
        }
    }

    /// Waits while nothing can be stored, also while something is made: its price cannot be noted then, or what was made would be
    /// lost.
    private <T> T stored(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (NotStored failure) {
                if (isHandingBack) {
                    throw failure;
                }
                rest(failure);
            }
        }
    }

    private void surely(Runnable write) {
        var _ = stored(() -> {
            write.run();
            return true;
        });
    }

    private static void rest(NotStored failure) {
        try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_WAIT.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /// A job, its person as they are when it begins, and the button that stops it.
    private record Begun(Job job, Account account, List<Button> stop) {
        Phrases phrases() {
            return Phrases.of(account.locale());
        }
    }

    private Begun begun(Job job) {
        var account = accounts.byId(job.account());
        var id = buttons.add(job.account(), job.address().chat().key(), Buttons.Action.STOP, job.id());
        return new Begun(job, account, List.of(
                new Button(id, Phrases.of(account.locale()).say("job.stop"), Button.Style.DANGER)));
    }

    private void attempt(Begun begun, Cancellation cancellation) {
        var job = begun.job();
        if (job.attempts() > MOST_ATTEMPTS) {
            end(job, Job.State.QUARANTINED,
                    Sentence.of("job.broke-off", "count", MOST_ATTEMPTS, "job", job.id()));
        } else {
            work(begun, cancellation, clock.instant());
        }
    }

    /// The one place where whatever went wrong becomes a sentence.
    private void work(Begun begun, Cancellation cancellation, Instant since) {
        var job = begun.job();
        var shown = job;
        try {
            shown = open(begun);
            if (shown.isUndecided()) {
                var undecided = shown;
                var decided = stored(() -> decisions.decide(undecided, cancellation));
                if (decided.isEmpty()) {
                    return;
                }
                shown = decided.get();
            }
            if (shown.isErrand()) {
                var told = shown;
                var said = stored(() -> errands.run(told, progress(told, begun), cancellation));
                surely(() -> settlement.answer(told, said));
            } else if (shown.intent() instanceof Intent.CompareModels asked) {
                var done = shown;
                var compared = stored(() -> compare(done, asked, begun, cancellation));
                surely(() -> settlement.finish(done, compared, begun.phrases(), since));
            } else {
                var done = shown;
                var made = stored(() -> make(done, begun, cancellation));
                surely(() -> settlement.finish(done, made, begun.phrases(), since));
            }
        } catch (CancellationException _) {
            stopOrHandBack(shown);
        } catch (UserFacingException failure) {
            if (cancellation.isCancelled()) {
                stopOrHandBack(shown);
            } else {
                end(shown, Job.State.FAILED, failure.what());
            }
        } catch (RuntimeException | StackOverflowError failure) {
            if (isHandingBack) {
                stopOrHandBack(shown);
            } else {
                LOG.error("job {} failed", job.id(), failure);
                end(shown, Job.State.FAILED, Sentence.of("job.wrong", "job", job.id()));
            }
        }
    }

    private void stopOrHandBack(Job job) {
        if (isHandingBack) {
            jobs.handBack(job.id());
            throw new IllegalStateException("job " + job.id() + " is handed back");
        }
        end(job, Job.State.CANCELLED, Sentence.of("delivery.stopped"));
    }

    private void end(Job job, Job.State state, Sentence sentence) {
        surely(() -> settlement.end(job, state, sentence));
    }

    /// The first sign of the answer, or, after a crash, the message that stands there already.
    private Job open(Begun begun) {
        var job = begun.job();
        var adapter = adapters.of(job.address());
        if (adapter.isEmpty()) {
            return job;
        }
        if (job.address().messageId() != null) {
            adapter.get().progress(job.address(), begun.phrases().say("job.resumed"), begun.stop());
            return job;
        }
        if (job.attempts() > 1 && !adapter.get().isRepeatable(job.address(), false)) {
            return job; // the first sign may stand there, and a second one would stay for ever
        }
        return opened(begun, adapter.get());
    }

    private Job opened(Begun begun, ChatAdapter adapter) {
        var job = begun.job();
        try {
            var moved = job.at(adapter.open(job.address(), begun.phrases().say("job.on-it"), begun.stop()));
            note(moved);
            return moved;
        } catch (RuntimeException refused) {
            LOG.info("no first sign for job {}: {}", job.id(), refused.toString());
            return job;
        }
    }

    /// Beside the work, which need not wait for the disk.
    private void note(Job moved) {
        Thread.ofVirtual().name("first sign").start(() -> {
            try {
                jobs.move(moved.id(), moved.address());
            } catch (RuntimeException failure) {
                LOG.warn("the first sign for job {} is not noted", moved.id(), failure);
            }
        });
    }

    private Creation make(Job job, Begun begun, Cancellation cancellation) {
        var creation = workshop.make(benches.attributed(job),
                benches.lay(begun.account(), job, cancellation, progress(job, begun)));
        if (cancellation.isCancelled()) {
            throw new CancellationException();
        }
        return creation;
    }

    private Compared compare(Job job, Intent.CompareModels asked, Begun begun, Cancellation cancellation) {
        var door = adapters.of(job.address());
        return comparison.run(job, asked, benches.lay(begun.account(), job, cancellation, _ -> {}),
                table -> door.ifPresent(adapter -> adapter.progress(job.address(), table, begun.stop())));
    }

    private Consumer<String> progress(Job job, Begun begun) {
        var adapter = adapters.of(job.address());
        var waiting = begun.phrases().say("job.on-it");
        var shows = houseRules.shows(job);
        return text -> adapter.ifPresent(door -> door.progress(job.address(), shows.test(text)
                ? shortened(Links.harmless(text, job.words(), place -> "[" + place + "]"), door, job, waiting)
                : waiting, begun.stop()));
    }

    /// Of a growing text that no longer fits, the newest part.
    private static String shortened(String text, ChatAdapter adapter, Job job, String waiting) {
        var room = adapter.limits(job.address()).text() - 20;
        var shown = text.length() <= room ? text : "…" + text.substring(text.length() - room);
        return shown.isBlank() ? waiting : shown + " ▌";
    }

    /// From then on, work that breaks off is handed back to the queue instead of being called failed.
    public void handBackAfter(Duration patience) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            isHandingBack = true;
            running.cancelAll();
        });
    }
}
