package atelier.engine.job;

import atelier.engine.delivery.Say;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import java.util.function.Consumer;

/// Does what is free but takes a while, such as asking a server which models it has.
public interface Errands {
    /// Blocks until done.
    ///
    /// @param onText newest state, for the progress message
    /// @throws atelier.chat.UserFacingException when it cannot be done, with a sentence that says what to do
    Say run(Job job, Consumer<String> onText, Cancellation cancellation);
}
