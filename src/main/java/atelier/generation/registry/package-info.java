/// The models and provider keys that people, teams and the operator own. Start at [atelier.generation.registry.RegisteredModels],
/// [atelier.generation.registry.ProviderKeys] and [atelier.generation.registry.Choices], the ports; every question to them names
/// the owner. It must not know how anything is kept, sealed or asked.
@NullMarked
package atelier.generation.registry;

import org.jspecify.annotations.NullMarked;
