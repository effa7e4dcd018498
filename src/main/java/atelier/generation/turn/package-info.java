/// Turns at model servers: a server answers a few at once, and whoever comes beyond that stands in line. Start at `Turns`. Must not
/// know what is asked of the servers.
@NullMarked
package atelier.generation.turn;

import org.jspecify.annotations.NullMarked;
