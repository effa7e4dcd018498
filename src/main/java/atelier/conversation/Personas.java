package atelier.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ways of talking that were described under a name, and which of them is chosen. Each belongs to somebody, and every question is
/// asked for one of those, so nobody reaches another's.
public interface Personas {
    /// @param name  lower-case words with hyphens
    /// @param words how it talks, in at most [#LONGEST] characters
    record Persona(String name, String words) {
        /// Longer ones would crowd out what is talked about.
        public static final int LONGEST = 500;

        public Persona {
            if (name.isEmpty() || words.isBlank() || words.length() > LONGEST) {
                throw new IllegalArgumentException("persona out of limits: " + name);
            }
        }
    }

    /// Whose it is.
    sealed interface Owner {
        /// @param account who alone uses it, wherever they talk
        record Person(long account) implements Owner {}

        /// @param chat everybody in this chat
        record Channel(String chat) implements Owner {}

        /// @param team everybody in this team
        record Team(String team) implements Owner {}
    }

    /// Keeps one; one of the same name is replaced.
    void save(Owner owner, Persona persona);

    /// By name.
    List<Persona> list(Owner owner);

    /// Its choice falls with it.
    ///
    /// @return whether it was there
    boolean remove(Owner owner, String name);

    /// @param name what is chosen, whoever described it; empty for none at all, null to leave the choice to others
    void choose(Owner owner, @Nullable String name);

    /// The name chosen; empty text where they want none. Nothing where they leave it to others.
    Optional<String> chosen(Owner owner);
}
