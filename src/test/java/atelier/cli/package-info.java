/// The command line, and the documents that speak of it.
@NullMarked
package atelier.cli;

import org.jspecify.annotations.NullMarked;
