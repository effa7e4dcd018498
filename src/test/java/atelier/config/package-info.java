/// Tests of [atelier.config].
@NullMarked
package atelier.config;

import org.jspecify.annotations.NullMarked;
