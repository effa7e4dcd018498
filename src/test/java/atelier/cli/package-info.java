/// The commands, run as a person runs them.
@NullMarked
package atelier.cli;

import org.jspecify.annotations.NullMarked;
