/// Model servers on the owner's own machines: Ollama, LM Studio, and whatever speaks like OpenAI. Start at [atelier.generation.local.OllamaProvider]. It must not
/// know the routing, nor any cloud.
@NullMarked
package atelier.generation.local;

import org.jspecify.annotations.NullMarked;
