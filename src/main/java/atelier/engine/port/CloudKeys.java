package atelier.engine.port;

import atelier.generation.registry.ProposedKeys;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.setup.Clouds;

/// The keys people entrust to Atelier, and whom they are for.
///
/// @param inUse    accepted by their providers
/// @param proposed still to be tried
/// @param clouds   the providers
public record CloudKeys(ProviderKeys inUse, ProposedKeys proposed, Clouds clouds) {}
