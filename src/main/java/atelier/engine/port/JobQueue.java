package atelier.engine.port;

/// Runs jobs in the background, durably: what was submitted is run, in this process or, after a crash, in the next.
public interface JobQueue extends AutoCloseable {
    /// Queues a job, in the current transaction.
    ///
    /// @param priority higher runs first
    void submit(String job, int priority);

    /// How many jobs are queued or running, over everybody.
    int length();

    /// Lets jobs that no living node works on be taken up again, in the current transaction.
    void recover();

    /// Begins to run jobs, those a crash left behind among them.
    void start(Runner runner);

    /// Stops taking up jobs and waits a while for running ones; the rest is handed back.
    @Override
    void close();

    /// Works on one job.
    interface Runner {
        void run(String job);
    }
}
