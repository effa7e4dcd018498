package atelier.create;

import atelier.intent.Intent;

/// Makes one kind of thing.
public interface Creator<I extends Intent> {
    /// Blocks until made. Registers with the workbench's cancellation where the work is long.
    ///
    /// @throws atelier.chat.UserFacingException when it cannot be made, with a sentence that says what to do
    Creation create(I intent, Workbench workbench);
}
