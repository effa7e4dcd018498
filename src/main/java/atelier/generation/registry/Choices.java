package atelier.generation.registry;

import java.util.Optional;

/// Which registered model a person talks to in which chat, and whether anything may leave their own machines.
public interface Choices {
    /// @param strict whether no other model may answer in its place
    record Choice(RegisteredModel model, boolean strict) {}

    /// What this person chose in this chat.
    Optional<Choice> active(long account, String chatKey);

    /// Chooses one of the person's own models, a team's or the operator's. Whether the person belongs to the team is for the
    /// caller to know.
    ///
    /// @return false when there is no such model, or it is another person's
    boolean choose(long account, String chatKey, Owner owner, String name, boolean strict);

    /// Leaves it to Atelier again.
    void leave(long account, String chatKey);

    /// Whether this person's words may be answered by local models only, in every chat.
    boolean localOnly(long account);

    void setLocalOnly(long account, boolean localOnly);
}
