package atelier.account;

/// A person known to Atelier; several platform identities may belong to one account.
///
/// @param id   Atelier's own number
/// @param tier what they may do
public record Account(long id, Tier tier) {}
