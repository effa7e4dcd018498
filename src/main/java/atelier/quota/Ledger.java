package atelier.quota;

import java.time.LocalDate;

/// Counts messages a day. Each method is atomic and takes part in the transaction it is called in.
public interface Ledger {
    /// Takes one of `limit` messages of that day for `job`, unless they are used up. Taking twice for one job counts once.
    ///
    /// @return whether it was taken
    boolean take(long account, LocalDate day, int limit, String job);

    /// Makes what was taken for `job` final. Without effect when it was settled or released before.
    void settle(String job);

    /// Gives back what was taken for `job`. Without effect when it was settled or released before.
    void release(String job);

    /// Messages of that day taken and not given back.
    int used(long account, LocalDate day);
}
