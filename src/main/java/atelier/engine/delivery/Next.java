package atelier.engine.delivery;

import atelier.intent.Intent;

/// What comes of an intent.
public sealed interface Next {
    /// It is answered at once, and free.
    record Said(Say say) implements Next {}

    /// It is answered in the background, and free: a server has to be asked.
    ///
    /// @param intent what is to be done; may differ from what was said
    record Errand(Intent intent) implements Next {}

    /// It stands for other words, which are to be heard as if the person had said them.
    record Spoken(String words) implements Next {}

    /// The person wants to be forgotten, and confirmed it.
    ///
    /// @param goodbye what is said when everything is gone
    record Farewell(String goodbye) implements Next {}

    /// Something is to be made, which counts as a message.
    record Work() implements Next {}
}
