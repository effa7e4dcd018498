package atelier.generation.registry;

/// To whom a model or a provider key belongs.
public sealed interface Owner {
    /// @param account number of the person's account
    record Person(long account) implements Owner {}

    /// @param chatKey key of the chat the team meets in, or of the whole server or group it belongs to
    record Team(String chatKey) implements Owner {}

    /// Whoever runs this Atelier; everybody may use what is theirs.
    record Operator() implements Owner {}

    /// One text for each owner, such as `person:7` or `team:TELEGRAM:42`.
    default String key() {
        return switch (this) {
            case Person(var account) -> "person:" + account;
            case Team(var chatKey) -> "team:" + chatKey;
            case Operator() -> "operator";
        };
    }

    /// The owner with this [#key()].
    static Owner of(String key) {
        var parts = key.split(":", 2);
        return switch (parts[0]) {
            case "person" -> new Person(Long.parseLong(parts[1]));
            case "team" -> new Team(parts[1]);
            case "operator" -> new Operator();
            case String other -> throw new IllegalArgumentException("no owner: " + other);
        };
    }
}
