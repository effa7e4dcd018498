package atelier.chat;

import java.util.List;

/// Takes in what people do. The engine implements it; adapters call it.
public interface Receiver {
    /// Stores the events, all or none, before it returns; events already known are skipped. Never waits for a model or
    /// the network. After it returned, the adapter may confirm the events to the platform.
    ///
    /// @throws RuntimeException when nothing was stored (the adapter must not confirm, and offers the events again)
    void receive(List<? extends Incoming> events);
}
