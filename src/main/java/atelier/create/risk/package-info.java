/// How dangerous a command of a shell is, decided by rules before any model's word. Start at [Risk]. Reads commands, never
/// runs one; knows no models.
@NullMarked
package atelier.create.risk;

import org.jspecify.annotations.NullMarked;
