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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    private static final Duration RISES_EVERY = Duration.ofSeconds(20);
    private static final int HIGHEST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerJobQueue.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Database database;
    private final InstantSource clock;
    private final Wakes wakes;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private volatile @Nullable Runner runner;

    /// @param node    name of this process among those that share the database
    /// @param workers most jobs at once
    /// @param drain   how long [#close] waits for running jobs
    /// @param wakes   tells other nodes of new jobs
    public SchedulerJobQueue(Database database, InstantSource clock, String node, int workers, Duration drain,
            Wakes wakes) {
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
        Thread.ofVirtual().name("ageing").start(this::age);
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

    /// Whoever waits rises, so that no tier waits for ever behind a busier one.
    private void age() {
        try {
            while (!closed.await(RISES_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                rise();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void rise() {
        try {
            database.write(handle -> handle.createUpdate("""
                    update scheduled_tasks set priority = priority + 1 where picked = :no and priority < :most""")
                    .bind("no", false).bind("most", HIGHEST).execute());
        } catch (RuntimeException failure) {
            LOG.warn("waiting jobs could not rise; trying again", failure);
        }
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
