package atelier.store;

import atelier.engine.port.JobQueue;
import atelier.engine.port.Wakes;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The job queue on db-scheduler and PostgreSQL: a job is a row from its submission to its end, picked by one node at a time.
public final class SchedulerJobQueue implements JobQueue {
    private static final String TASK = "job";
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(3);
    /// How long a job may lie there at most that nobody was told of.
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration KEEPS_HOUSE_EVERY = Duration.ofSeconds(5);
    private static final int RISES_EVERY = 4;
    private static final int HIGHEST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerJobQueue.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Database database;
    private final InstantSource clock;
    private final Wakes wakes;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private final String node;
    private volatile Set<Picked> stray = Set.of();
    private volatile @Nullable Runner runner;

    /// @param node    name of this process among those that share the database
    /// @param workers most jobs at once
    /// @param drain   how long [#close] waits for running jobs
    /// @param wakes   tells other nodes of new jobs
    public SchedulerJobQueue(Database database, InstantSource clock, String node, int workers, Duration drain,
            Wakes wakes) {
        this.node = node;
        this.wakes = wakes;
        this.clock = clock;
        this.database = database;
        this.task = Tasks.oneTime(TASK).onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY)).execute(this::run);
        // A pool of fixed size: the scheduler's own limit does not hold back an unbounded executor.
        var pool = Executors.newFixedThreadPool(workers, Thread.ofVirtual().name("job-", 0).factory());
        this.scheduler = Scheduler.create(database.joining(), task).schedulerName(new SchedulerName.Fixed(node))
                .threads(workers).executorService(pool)
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).shutdownMaxWait(drain)
                .enableImmediateExecution().enablePriority().failureLogging(LogLevel.DEBUG, false)
                .pollUsingLockAndFetch(0.5, 1.0).build();
    }

    @Override
    public void submit(String job, int priority) {
        scheduler.schedule(task.instanceBuilder(job).priority(priority).build(), clock.instant());
        database.afterCommit(scheduler::triggerCheckForDueExecutions);
        wakes.wake(Wakes.Matter.JOBS);
    }

    @Override
    public void start(Runner work) {
        runner = work;
        scheduler.start();
        wakes.on(Wakes.Matter.JOBS, scheduler::triggerCheckForDueExecutions);
        Thread.ofVirtual().name("queue").start(this::keepHouse);
    }

    @Override
    public int length() {
        return database.read(handle -> handle.createQuery("select count(*) from scheduled_tasks").mapTo(Integer.class)
                .one());
    }

    @Override
    public void recover() {
        database.write(handle -> handle.createUpdate("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null
                where picked_by is not null and picked_by not in (select id from node)""").execute());
        database.read(handle -> handle.createQuery("""
                select id from job where state in ('QUEUED', 'RUNNING')
                and not exists (select 1 from scheduled_tasks where task_instance = job.id)""").mapTo(String.class)
                .list()).forEach(job -> submit(job, 1)); // such as those moved here from a file
        database.afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    private void keepHouse() {
        try {
            for (var round = 1; !closed.await(KEEPS_HOUSE_EVERY.toMillis(), TimeUnit.MILLISECONDS); round++) {
                keepHouse(round % RISES_EVERY == 0);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepHouse(boolean isTimeToRise) {
        try {
            releaseStray();
            if (isTimeToRise) {
                rise();
            }
        } catch (RuntimeException failure) {
            LOG.warn("the queue could not be looked after; trying again", failure);
        }
    }

    /// A row that this node picked, at its version, which counts up with every change of hands.
    private record Picked(String job, long version) {}

    /// Where the connection broke while a job was picked or its end noted, its row says that this node has it, though nobody
    /// works on it. The scheduler finds that out by missing heartbeats only, long after. What is stray in two looks is released.
    void releaseStray() {
        var picked = database.read(handle -> handle.createQuery("""
                select task_instance, version from scheduled_tasks where picked = :yes and picked_by = :node""")
                .bind("yes", true).bind("node", node)
                .map((row, _) -> new Picked(row.getString("task_instance"), row.getLong("version"))).set());
        var underway = scheduler.getCurrentlyExecuting().stream().map(it -> it.getTaskInstance().getId())
                .collect(Collectors.toSet());
        var found = picked.stream().filter(it -> !underway.contains(it.job())).collect(Collectors.toSet());
        for (var row : found) {
            if (stray.contains(row)) {
                LOG.info("job {} is released: nobody works on it", row.job());
                database.write(handle -> handle.createUpdate("""
                        update scheduled_tasks set picked = :no, picked_by = null, last_heartbeat = null
                        where task_instance = :job and version = :version and picked_by = :node""").bind("no", false)
                        .bind("job", row.job()).bind("version", row.version()).bind("node", node).execute());
            }
        }
        stray = found;
    }

    /// Whoever waits rises, so that no tier waits for ever behind a busier one.
    void rise() {
        database.write(handle -> handle.createUpdate("""
                update scheduled_tasks set priority = priority + 1 where picked = :no and priority < :most""")
                .bind("no", false).bind("most", HIGHEST).execute());
    }

    private void run(TaskInstance<Void> instance, ExecutionContext context) {
        var work = runner;
        if (work == null) {
            throw new IllegalStateException("not started");
        }
        work.run(instance.getId());
    }

    @Override
    public void close() {
        closed.countDown();
        scheduler.stop();
    }
}
