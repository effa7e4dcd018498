/// What is recorded of models' work, and what is made of it.
@NullMarked
package atelier.usage;

import org.jspecify.annotations.NullMarked;
