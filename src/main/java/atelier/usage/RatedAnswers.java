package atelier.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people let be used for training: nothing before they say so, and nothing they rated before that.
public interface RatedAnswers {
    /// From now on, what this person rates may be exported. Saying it twice changes nothing.
    void optIn(long account);

    /// Nothing any more; who opts in again begins anew.
    void optOut(long account);

    /// Since when; empty when not.
    Optional<Instant> optedIn(long account);

    /// Keeps what one of several models answered that had the same to do, so that a vote for it can be packed.
    ///
    /// @param part as the vote names it
    /// @param job  the work it is a part of
    void note(String part, String job, String asked, String said);

    /// Answers of models to the person's own words that they rated themselves after opting in, the newest rating first.
    List<RatedAnswer> of(long account, int limit);
}
