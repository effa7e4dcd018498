package atelier.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Silences what libraries of the JDK say through its own logger.
final class Quiet {
    /// Held on to: the JDK's loggers are forgotten with their levels when nobody does.
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private Quiet() {}

    static void libraries() {
        PREFERENCES.setLevel(Level.OFF);
        HELIDON.setLevel(Level.WARNING);
    }
}
