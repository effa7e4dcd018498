package atelier.generation.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A model somebody registered.
///
/// @param lastUsed null if never
/// @param sessions conversations it was used in
public record RegisteredModel(Owner owner, ModelDraft draft, boolean favourite, Instant created,
        @Nullable Instant lastUsed, long sessions) {
    /// Its friendly name, unique for its owner whatever the case.
    public String name() {
        return draft.name();
    }
}
