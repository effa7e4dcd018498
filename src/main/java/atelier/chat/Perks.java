package atelier.chat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a platform says somebody has there. It may come late, twice and in any order.
///
/// @param person     the platform's number of them; empty where it is told of nobody in particular
/// @param at         when it was so
/// @param roles      null where nothing is said of roles
/// @param purchases  what is told of
/// @param isComplete whether that is all they have
public record Perks(Platform platform, String person, Instant at, @Nullable Roles roles, List<Purchase> purchases,
        boolean isComplete) {
    public Perks {
        purchases = List.copyOf(purchases);
    }

    /// @param place where they have them
    public record Roles(String place, Set<String> ids) {
        public Roles {
            ids = Set.copyOf(ids);
        }
    }

    /// @param id     of this one purchase
    /// @param item   what was bought
    /// @param ends   null for no end
    /// @param isOver whether it was taken back, for good
    public record Purchase(String id, String item, @Nullable Instant ends, boolean isOver) {}
}
