/// How written music is proven.
@NullMarked
package atelier.audio.notation;

import org.jspecify.annotations.NullMarked;
