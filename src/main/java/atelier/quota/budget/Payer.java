package atelier.quota.budget;

/// Whose money is meant.
public sealed interface Payer {
    /// @param account number of the person's account
    record Person(long account) implements Payer {}

    /// @param chatKey key of a chat that belongs to a team
    record Chat(String chatKey) implements Payer {}

    /// @param place key of a whole server or group, or of a chat that belongs to none
    record Team(String place) implements Payer {}

    /// Everybody together.
    record Service() implements Payer {}

    /// One text for each payer, such as `person:7` or `team:TELEGRAM:42`.
    default String key() {
        return switch (this) {
            case Person(var account) -> "person:" + account;
            case Chat(var chatKey) -> "team:" + chatKey;
            case Team(var place) -> "team:" + place;
            case Service() -> "service";
        };
    }
}
