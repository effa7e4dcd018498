package atelier.create.song;

import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read out of a model's answer or an earlier `song.json`; nothing in it is checked for sense beyond its form.
///
/// @param seed    of an earlier song
/// @param wordsBy who wrote the words of an earlier song
record Draft(@Nullable String title, @Nullable String key, @Nullable String mode, @Nullable Integer bpm,
        @Nullable String metre, @Nullable String genre, @Nullable Long seed, @Nullable String wordsBy,
        List<Part> sections) {
    static final Draft EMPTY = new Draft(null, null, null, null, null, null, null, null, List.of());

    Draft {
        sections = List.copyOf(sections);
    }

    /// @param bars  as an earlier song had it
    /// @param hook  null where there is none or it cannot be read
    /// @param hooks how many bars of tune were offered
    record Part(Role role, @Nullable Integer bars, List<String> chords, List<String> lyrics, @Nullable Hook hook,
            int hooks) {
        Part {
            chords = List.copyOf(chords);
            lyrics = List.copyOf(lyrics);
        }

        Part singing(List<String> lines) {
            return new Part(role, bars, chords, lines, hook, hooks);
        }

        /// Of which nothing is settled but what it is for.
        static Part open(Role role) {
            return new Part(role, null, List.of(), List.of(), null, 0);
        }

        Part untuned() {
            return new Part(role, bars, chords, lyrics, null, 0);
        }

        Part unharmonised() {
            return new Part(role, bars, List.of(), lyrics, hook, hooks);
        }
    }

    /// Whether there is anything to sing in it; of an earlier song the parts alone will do.
    boolean isUsable() {
        return sections.stream()
                .anyMatch(part -> part.role().sung()
                        && (seed != null || !part.lyrics().isEmpty() || !part.chords().isEmpty()));
    }

    Draft in(@Nullable String newKey, @Nullable String newMode) {
        return new Draft(title, newKey, newMode, bpm, metre, genre, seed, wordsBy, sections);
    }

    Draft with(List<Part> newSections) {
        return new Draft(title, key, mode, bpm, metre, genre, seed, wordsBy, newSections);
    }
}
