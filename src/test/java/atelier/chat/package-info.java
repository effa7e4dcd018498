/// Splitting and pacing of what goes out, proven on thousands of seeded documents and on a clock that moves by hand. Knows
/// no platform.
@NullMarked
package atelier.chat;

import org.jspecify.annotations.NullMarked;
