/// Puts providers, health and router together from a few settings: the one place that knows every provider. Start at
/// [atelier.generation.setup.Models], and at [atelier.generation.setup.OwnModels] for the models that people own. Nothing else under
/// `generation` may know it.
@NullMarked
package atelier.generation.setup;

import org.jspecify.annotations.NullMarked;
