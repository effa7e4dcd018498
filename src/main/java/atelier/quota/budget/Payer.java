package atelier.quota.budget;

/// Whose money is meant.
public sealed interface Payer {
    /// @param account number of the person's account
    record Person(long account) implements Payer {}

    /// @param chatKey key of the chat the team meets in
    record Team(String chatKey) implements Payer {}

    /// Everybody together.
    record Service() implements Payer {}

    /// One text for each payer, such as `person:7` or `team:TELEGRAM:42`.
    default String key() {
        return switch (this) {
            case Person(var account) -> "person:" + account;
            case Team(var chatKey) -> "team:" + chatKey;
            case Service() -> "service";
        };
    }
}
