/// Keeps secrets where they belong: [SecretMask], which no line of the log goes round ([MaskingLayout]), and [Vault], which
/// seals what people entrust to Atelier. Start at either; it must not know who uses a secret or for what, nor any SQL.
@NullMarked
package atelier.secret;

import org.jspecify.annotations.NullMarked;
