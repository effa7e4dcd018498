package atelier.usage;

import java.util.Optional;

/// What people think of a result; one vote for each person and piece of work.
public interface Votes {
    /// Votes, or changes one's mind. Whether the person may see the work is for the caller to know.
    void vote(String job, long account, boolean liked);

    void takeBack(String job, long account);

    /// What this person said.
    Optional<Boolean> of(String job, long account);
}
