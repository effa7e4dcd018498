package atelier.engine.community;

import atelier.generation.registry.ProviderKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sums over everybody, for those who run Atelier.
public interface Overview {
    /// Who used models most since then, dearest first.
    List<Share> people(Instant from, int atMost);

    /// The same by team.
    List<Share> teams(Instant from, int atMost);

    /// What one person used since then; empty when nothing.
    Optional<Share> person(long account, Instant from);

    /// What one team used since then; empty when nothing.
    Optional<Share> team(String key, Instant from);

    /// How many pieces of work ended since then, by how they ended.
    Map<String, Integer> ended(Instant from);

    /// Work that has not ended, by state.
    Map<String, Integer> unfinished();

    /// What may be shown of every provider key.
    List<ProviderKey> keys();

    /// Messages that were given up since then.
    int undelivered(Instant from);

    /// Processes that are alive.
    int nodes();

    /// @param who a person's identity, or a team's key
    record Share(String who, long calls, long tokens, double usd) {}
}
