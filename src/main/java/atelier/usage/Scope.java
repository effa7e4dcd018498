package atelier.usage;

/// Whose usage is counted.
public sealed interface Scope {
    record Person(long account) implements Scope {}

    /// Everybody in one chat.
    record Chat(String chatKey) implements Scope {}

    record Everybody() implements Scope {}
}
