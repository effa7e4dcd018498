/// Model servers of others, which cost money and see the prompts. Start at [atelier.generation.cloud.GeminiProvider]. It must not know
/// the routing, nor any local server.
@NullMarked
package atelier.generation.cloud;

import org.jspecify.annotations.NullMarked;
