package atelier.store;

import atelier.engine.port.JobQueue;
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
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The job queue on db-scheduler: a job is a row from its submission to its end, picked by one node at a time.
public final class SchedulerJobQueue implements JobQueue {
    private static final String TASK = "job";
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;

    private final Database database;
    private final InstantSource clock;
    private final String node;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private volatile @Nullable Runner runner;

    /// @param node    name of this process among those that share the database; a restart keeps it
    /// @param workers most jobs at once
    /// @param drain   how long [#close] waits for running jobs
    public SchedulerJobQueue(Database database, InstantSource clock, String node, int workers, Duration drain) {
        this.clock = clock;
        this.database = database;
        this.node = node;
        this.task = Tasks.oneTime(TASK).onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY)).execute(this::run);
        // A pool of fixed size: the scheduler's own limit does not hold back an unbounded executor.
        var pool = Executors.newFixedThreadPool(workers, Thread.ofVirtual().name("job-", 0).factory());
        var builder = Scheduler.create(database.joining(), task).schedulerName(new SchedulerName.Fixed(node))
                .threads(workers).executorService(pool).pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).shutdownMaxWait(drain)
                .enableImmediateExecution().enablePriority().failureLogging(LogLevel.DEBUG, false);
        this.scheduler = (database.isSqlite() ? builder : builder.pollUsingLockAndFetch(0.5, 1.0)).build();
    }

    @Override
    public void submit(String job, int priority) {
        scheduler.schedule(task.instanceBuilder(job).priority(priority).build(), clock.instant());
        database.afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void start(Runner work) {
        runner = work;
        handBackOwn();
        scheduler.start();
    }

    /// What this node had picked when it died is nobody's now: no need to wait for missed heartbeats.
    private void handBackOwn() {
        database.write(handle -> handle.createUpdate("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null
                where picked_by = :node""").bind("node", node).execute());
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
        scheduler.stop();
    }
}
