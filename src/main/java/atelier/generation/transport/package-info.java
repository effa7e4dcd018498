/// How model servers are spoken to over HTTP: one streamed call that can be stopped at any moment, has limits on time and size,
/// and ends exactly once. Start at [atelier.generation.transport.ChatCall]; the differences between servers are a
/// [atelier.generation.transport.Dialect]. It must not know any provider, nor the routing.
@NullMarked
package atelier.generation.transport;

import org.jspecify.annotations.NullMarked;
