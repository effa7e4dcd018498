package atelier.engine.port;

/// Tells nodes that there is something for them, so that they need not look all the time. Lossy: whoever waits for news looks by
/// itself now and then.
public interface Wakes {
    /// What there may be news of.
    enum Matter {
        /// A job was queued.
        JOBS,
        /// A message stands in the outbox.
        OUTBOX,
        /// The holder of a door is asked for something, or has answered.
        RELAY,
        /// A job was stopped.
        STOPS,
        /// A model server has a place free.
        TURNS
    }

    /// There is news, for the listeners of this node at once and those of others soon; after the current transaction, when there is
    /// one.
    void wake(Matter matter);

    /// Has `action` run whenever there may be news. It must be quick and never throw.
    void on(Matter matter, Runnable action);

    /// For a process that is alone: nobody else has news.
    static Wakes none() {
        return new Wakes() {
            @Override
            public void wake(Matter matter) {
                // Whoever is here has done it.
            }

            @Override
            public void on(Matter matter, Runnable action) {
                // Nothing ever comes.
            }
        };
    }
}
