/// How songs are proven.
@NullMarked
package atelier.create.song;

import org.jspecify.annotations.NullMarked;
