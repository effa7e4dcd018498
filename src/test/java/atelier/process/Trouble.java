package atelier.process;

import java.io.IOException;
import java.time.Duration;

/// One way in which the world around Atelier fails.
///
/// @param name   of the row
/// @param needs  what must be prepared for it
/// @param lasts  how long each time
/// @param step   brings it about
/// @param again  whether the step is done again and again while it lasts
/// @param remedy done when it is over
record Trouble(String name, Needs needs, Duration lasts, Step step, boolean again, Step remedy) {
    /// What Atelier must be started with.
    enum Needs {
        NOTHING,
        /// PostgreSQL in place of SQLite.
        POSTGRES,
        /// Neighbours that have names, which are looked up.
        NAMES,
        /// A file system of its own, of a few megabytes.
        SMALL_DISK,
        /// A clock that can be set.
        CLOCK
    }

    /// Something done to the surroundings of a running process.
    @FunctionalInterface
    interface Step {
        void in(Scene scene) throws IOException;
    }

    /// One that lasts until it is mended.
    static Trouble lasting(String name, Needs needs, Step step, Step remedy) {
        return new Trouble(name, needs, Duration.ofSeconds(5), step, false, remedy);
    }

    static Trouble lasting(String name, Step step, Step remedy) {
        return lasting(name, Needs.NOTHING, step, remedy);
    }

    /// One that happens several times.
    static Trouble repeated(String name, Step step, Step remedy) {
        return new Trouble(name, Needs.NOTHING, Duration.ofSeconds(5), step, true, remedy);
    }

    static Trouble repeated(String name, Step step) {
        return repeated(name, step, _ -> {});
    }

    Trouble lasting(Duration time) {
        return new Trouble(name, needs, time, step, again, remedy);
    }
}
