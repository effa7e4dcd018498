package atelier.account;

import atelier.chat.Perks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where people's tiers come from. The best one that is in force counts, from the moment it is known; messages that were
/// used stay used, as the ledger knows nothing of tiers. What has ended is over by the clock, without anybody's doing.
public interface Grants {
    /// What an operator gives; it takes the place of what they gave this person before.
    ///
    /// @param ends null for no end
    void grant(Identity to, String tier, @Nullable Instant ends);

    /// Takes back what an operator gave.
    ///
    /// @return whether there was something
    boolean revoke(Identity from);

    /// What the platform says somebody has there. What is older than what was heard before changes nothing, and what was
    /// taken back for good stays so.
    void learn(Perks perks);

    /// All that is in force for an account, the best first.
    List<Grant> of(long account);
}
