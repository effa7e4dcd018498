package atelier.engine.admin;

import atelier.engine.delivery.Say;
import java.util.Optional;

/// One thing an admin can do.
interface Verb {
    /// What follows the verb is in `rest`.
    ///
    /// @throws atelier.chat.UserFacingException when it cannot be done, or says nothing that could be done; nothing was done then
    Say run(String rest, Admin admin);

    /// What will happen, where that should be confirmed first; empty where it need not be, or the words say nothing that could be
    /// done.
    default Optional<String> warning(String rest, Admin admin) {
        return Optional.empty();
    }

    /// One that is asked about first.
    static Verb careful(Warning warning, Verb verb) {
        return new Verb() {
            @Override
            public Say run(String rest, Admin admin) {
                return verb.run(rest, admin);
            }

            @Override
            public Optional<String> warning(String rest, Admin admin) {
                return warning.of(rest, admin);
            }
        };
    }

    /// What will happen.
    interface Warning {
        Optional<String> of(String rest, Admin admin);
    }
}
