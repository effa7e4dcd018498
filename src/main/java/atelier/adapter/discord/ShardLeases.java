package atelier.adapter.discord;

import java.util.Set;

/// Which shards are whose, where several processes share one bot. A lease is held by one living process at a time; one that dies or
/// loses touch with the others loses its leases.
public interface ShardLeases {
    /// A name of this process among the others.
    String me();

    /// Whether other processes are there.
    boolean hasOthers();

    /// The leases whose names begin like this and that anybody alive holds.
    Set<String> held(String beginning);

    /// Takes a lease that nobody alive holds, or keeps one's own.
    ///
    /// @return whether it is this process's now
    boolean take(String lease);

    /// Gives a lease back.
    void release(String lease);

    /// For a process that has the bot to itself.
    static ShardLeases alone() {
        return new ShardLeases() {
            @Override
            public String me() {
                return "alone";
            }

            @Override
            public boolean hasOthers() {
                return false;
            }

            @Override
            public Set<String> held(String beginning) {
                return Set.of();
            }

            @Override
            public boolean take(String lease) {
                return true;
            }

            @Override
            public void release(String lease) {
                // There is nobody to give it to.
            }
        };
    }
}
