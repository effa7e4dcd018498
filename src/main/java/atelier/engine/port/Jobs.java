package atelier.engine.port;

import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import atelier.intent.Intent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Jobs, stored.
public interface Jobs {
    void add(Job job);

    /// A job of this account.
    default Optional<Job> find(long account, String id) {
        return find(id).filter(job -> job.account() == account);
    }

    /// Anybody's job: for those who work on jobs, never for what a person names.
    Optional<Job> find(String id);

    /// Counts one more attempt and marks the job running, unless it has ended.
    ///
    /// @return the job as it now is; empty when it has ended
    Optional<Job> begin(String id);

    /// Unfinished jobs that were begun so many times or more.
    Set<String> begun(int times);

    /// Gives a job back that this process can no longer finish; the attempt does not count.
    void handBack(String id);

    /// Remembers the message the answer owns.
    void move(String id, ReplyAddress address);

    /// Says what a running job is about, now that it has been decided.
    ///
    /// @param revises the job whose files are to be changed, if any
    /// @param model   model wished for by name, if any
    void decide(String id, Intent intent, @Nullable String revises, @Nullable String model);

    /// Ends the job, unless it has ended.
    ///
    /// @return whether this call ended it
    boolean end(String id, Job.State state);

    /// Which of these jobs were ended by somebody stopping them, or are gone with their person's data.
    List<String> cancelled(Collection<String> ids);

    /// How many jobs of this account are queued or running, and how many wait behind them. Nobody else changes that until
    /// the current transaction ends.
    Underway underway(long account);

    /// @param active  queued or running
    /// @param waiting for one of those to end
    record Underway(int active, int waiting) {}

    /// Queues the oldest job of this account that waits, unless so many are under way already.
    ///
    /// @return its id
    Optional<String> advance(long account, IntSupplier atOnce);

    /// Ids of the jobs of this account that have not ended, oldest first.
    List<String> unfinished(long account);

    /// Number of jobs from this chat that have not ended, of whomever.
    ///
    /// @param most when it comes near this, nobody else changes it until the current transaction ends
    int unfinishedIn(String chatKey, int most);

    /// Number of jobs, of everybody, that have not ended.
    int unfinished();

    /// The newest job of this conversation, or of the one it branched from, that ended well.
    Optional<Job> lastDone(long conversation);

    /// The newest jobs of this conversation that ended well, newest first.
    List<Job> done(long conversation, int atMost);

    /// The job whose answer is the platform's message of this id: the person's own, or anybody's where they make things
    /// together.
    Optional<Job> answeredBy(long account, Chat chat, String messageId);

    /// Takes back a job that ended well.
    ///
    /// @return whether it was there to be taken back
    boolean undo(String id);

    /// The newest version that was made of this job and taken back.
    Optional<Job> undone(String revised);

    /// Lets a job that was taken back hold again.
    ///
    /// @return whether it had been taken back
    boolean redo(String id);

    /// The newest job of this conversation that ended in whatever way.
    Optional<Job> lastEnded(long conversation);
}
