/// How the bot talks: what people say about personas ([PersonaTalk]) and which one holds where ([ChosenPersona]). Knows nothing of
/// how a persona reaches a model.
@NullMarked
package atelier.engine.persona;

import org.jspecify.annotations.NullMarked;
