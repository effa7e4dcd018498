/// The lines before model servers, by their contract.
@NullMarked
package atelier.generation.turn;

import org.jspecify.annotations.NullMarked;
