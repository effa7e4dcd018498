/// The door at the terminal, typed at through pipes.
@NullMarked
package atelier.adapter.terminal;

import org.jspecify.annotations.NullMarked;
