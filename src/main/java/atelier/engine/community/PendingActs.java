package atelier.engine.community;

import java.time.Instant;
import java.util.Optional;

/// Dangerous acts that wait until their admin says yes.
public interface PendingActs {
    /// Keeps one.
    ///
    /// @return the id under which it can be taken, once
    String add(long account, String words);

    /// Takes it: nobody can take it a second time.
    ///
    /// @param notBefore when it was kept at the earliest
    Optional<String> take(String id, long account, Instant notBefore);
}
