package atelier.chat;

/// Somebody is about to pay; the platform waits a few seconds to be told whether they may.
///
/// @param order    what the invoice carries
/// @param amount   in the smallest units of the currency
public record Checkout(Sender sender, String order, String currency, int amount) {}
