/// Tests of [atelier.secret].
@NullMarked
package atelier.secret;

import org.jspecify.annotations.NullMarked;
