package atelier.secret;

/// A secret as it may lie in a database.
///
/// @param dataKey version of the owner's data key it is sealed with
/// @param text    Base64 of a nonce and the ciphertext with its tag
public record Sealed(int dataKey, String text) {}
