/// Keeps secrets where they belong. Start at [SecretMask], which no line of the log goes round ([MaskingLayout]); it must
/// not know who uses a secret or for what.
@NullMarked
package atelier.secret;

import org.jspecify.annotations.NullMarked;
