package atelier.store;

import java.util.List;

/// What one table has of people.
///
/// @param theirs condition for the rows of one person: `:account` is their number, `:owner` the same as an owner's key. Empty
///               where the table has nothing of anybody
/// @param kept   for how long, in words
/// @param hidden columns that never leave the house
record PersonalTable(String name, Kind kind, String theirs, String kept, List<String> hidden) {
    /// What is in it, which decides what becomes of it when its person wants to be forgotten.
    enum Kind {
        /// Words, work and files.
        CONTENT(Fate.REMOVED),
        /// What they chose.
        SETTINGS(Fate.REMOVED),
        /// Keys of theirs, encrypted.
        SECRETS(Fate.REMOVED),
        /// Who they are.
        IDENTITY(Fate.REMOVED),
        /// What was counted and paid.
        BOOKS(Fate.NAMELESS),
        /// That somebody was forgotten.
        MARKS(Fate.KEPT),
        /// What the service itself needs; nobody's.
        MACHINERY(Fate.KEPT);

        private final Fate fate;

        Kind(Fate fate) {
            this.fate = fate;
        }

        Fate fate() {
            return fate;
        }
    }

    /// What becomes of rows when their person wants to be forgotten.
    enum Fate {
        REMOVED, NAMELESS, KEPT
    }

    PersonalTable {
        hidden = List.copyOf(hidden);
    }

    PersonalTable(String name, Kind kind, String theirs, String kept) {
        this(name, kind, theirs, kept, List.of());
    }

    boolean isTheirs() {
        return !theirs.isEmpty();
    }
}
