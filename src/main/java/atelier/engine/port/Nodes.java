package atelier.engine.port;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The processes that share one database, and what only one of them may do at a time. Nobody's clock is compared with
/// anybody else's: a node is alive as long as others see its beats grow.
public interface Nodes {
    /// Enters a node, or gives one more sign of its life.
    ///
    /// @return false when it had to be entered anew: others took it for dead
    boolean beat(String node);

    /// How often each node has beaten.
    Map<String, Long> beats();

    /// Takes a node for dead, unless it has beaten since.
    ///
    /// @param beats how often it had beaten when it was seen last
    /// @return whether this call removed it
    boolean bury(String node, long beats);

    /// Removes a node that ends, with its leases.
    void leave(String node);

    /// Takes a lease that nobody alive holds, or keeps one's own.
    ///
    /// @return whether it is this node's now
    boolean take(String lease, String node);

    /// Gives a lease back.
    void release(String lease, String node);

    /// Who holds it; empty when nobody alive does.
    Optional<String> holder(String lease);

    /// The leases whose names begin like this and that somebody alive holds.
    Set<String> held(String beginning);
}
