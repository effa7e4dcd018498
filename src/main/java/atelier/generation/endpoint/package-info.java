/// Which addresses of model servers may be spoken to. The operator's are taken as they are; those that members name must lie on the
/// public internet, which is checked where the connection is made. Start at [atelier.generation.endpoint.EndpointPolicy]. It must not
/// know any provider, nor what is said over a connection.
@NullMarked
package atelier.generation.endpoint;

import org.jspecify.annotations.NullMarked;
