package atelier.engine.port;

import java.util.function.Supplier;

/// One transaction around several ports. Everything the ports do on this thread inside `work` commits together or not
/// at all. A transaction inside a transaction joins it. Never wait for a model or the network inside.
public interface Transactions {
    /// Does the work and keeps it.
    ///
    /// @throws NotStored when storage is full, locked or away
    <T> T inTransaction(Supplier<T> work);

    /// Runs `after` once the current transaction has committed, at once when there is none.
    void afterCommit(Runnable after);
}
