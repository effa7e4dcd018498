package atelier.chat;

import atelier.language.Sentence;
import java.util.List;
import java.util.Optional;

/// Takes in what people do. The engine implements it; adapters call it.
public interface Receiver {
    /// Stores the events, all or none, before it returns; events already known are skipped. Never waits for a model or
    /// the network. After it returned, the adapter may confirm the events to the platform.
    ///
    /// @throws RuntimeException when nothing was stored (the adapter must not confirm, and offers the events again)
    void receive(List<? extends Incoming> events);

    /// Takes note of what the platform says somebody has there.
    default void learn(Perks perks) {}

    /// Whether somebody may pay. Answers within seconds, beside all that is queued.
    ///
    /// @return why not, in words for them; empty when they may
    default Optional<String> refusal(Checkout checkout) {
        return Optional.of(Sentence.of("door.nothing-sold").inEnglish());
    }
}
