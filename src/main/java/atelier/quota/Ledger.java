package atelier.quota;

import java.time.LocalDate;
import java.util.List;

/// Counts messages a day. Each method is atomic and takes part in the transaction it is called in.
public interface Ledger {
    /// Takes `count` of `limit` messages of that day for `job`: all of them, or none when fewer are left. Taking twice for
    /// one job counts once.
    ///
    /// @return whether they were taken
    boolean take(long account, LocalDate day, int limit, String job, int count);

    /// Makes `kept` of the messages taken for `job` final and gives the others back; of fewer, all are kept. Without effect
    /// when they were settled before.
    void settle(String job, int kept);

    /// Messages of that day taken and not given back.
    int used(long account, LocalDate day);

    /// What messages of that day were taken for, oldest first; what was given back is among it.
    List<Charge> charges(long account, LocalDate day);
}
