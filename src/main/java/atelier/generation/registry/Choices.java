package atelier.generation.registry;

import java.util.Optional;
import java.util.Set;

/// Which model a person talks to in which chat, and whether anything may leave their own machines.
public interface Choices {
    /// A model somebody chose.
    sealed interface Choice {
        /// Whether no other model may answer in its place.
        boolean strict();

        /// As wishes name it.
        String id();

        /// One that somebody registered.
        record Registered(RegisteredModel model, boolean strict) implements Choice {
            @Override
            public String id() {
                return model.name();
            }
        }

        /// One of the servers Atelier is configured with.
        ///
        /// @param id as wishes name it: `ollama/llama3.2:latest`, or `gemini` for whichever model of it is usual
        record Configured(String id, boolean strict) implements Choice {}
    }

    /// What this person chose in this chat, else what was chosen for everybody in it.
    Optional<Choice> active(long account, String chatKey);

    /// Chooses one of the person's own models, a team's or the operator's. Whether the person belongs to the team is for the
    /// caller to know.
    ///
    /// @return false when there is no such model, or it is another person's
    boolean choose(long account, String chatKey, Owner owner, String name, boolean strict);

    /// Chooses a model of the configured servers, whether or not it is there at present.
    void chooseConfigured(long account, String chatKey, String id, boolean strict);

    /// Makes what this person chose here the choice of everybody here who has not chosen a model of their own; where a
    /// model is one person's alone, nothing changes.
    void share(long account, String chatKey);

    /// Leaves it to Atelier again, and with it everybody for whom it was chosen.
    void leave(long account, String chatKey);

    /// Whether this person's words may be answered by local models only, in every chat.
    boolean localOnly(long account);

    void setLocalOnly(long account, boolean localOnly);

    /// Whether what earlier answers taught may change for this person who is asked first; so it is until they turn it off.
    boolean learnedRouting(long account);

    void setLearnedRouting(long account, boolean on);

    /// Everybody who has turned it off.
    Set<Long> withoutLearnedRouting();
}
