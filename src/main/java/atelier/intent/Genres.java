package atelier.intent;

import org.jspecify.annotations.Nullable;

/// Finds a genre in the words of seven languages.
public final class Genres {
    private Genres() {}

    /// Such as `waltz` for `einen Walzer`; null where none is named.
    public static @Nullable String in(String words) {
        return new Findings(Words.clean(words)).value("genre");
    }
}
