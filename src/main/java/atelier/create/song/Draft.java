package atelier.create.song;

import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was read out of a model's answer or an earlier `song.json`; nothing in it is checked for sense beyond its form.
///
/// @param seed     of an earlier song
/// @param wordsBy  who wrote the words of an earlier song
/// @param language of its words
record Draft(@Nullable String title, @Nullable String key, @Nullable String mode, @Nullable Integer bpm,
        @Nullable String metre, @Nullable String genre, @Nullable Long seed, @Nullable String wordsBy,
        @Nullable String language, List<Part> sections) {
    static final Draft EMPTY = new Draft(null, null, null, null, null, null, null, null, null, List.of());

    Draft {
        sections = List.copyOf(sections);
    }

    /// @param bars    as an earlier song had it
    /// @param melody  bars of tune, empty where there is none or it cannot be read
    /// @param offered how many there were
    record Part(Role role, @Nullable Integer bars, List<String> chords, List<String> lyrics,
            List<Optional<Hook>> melody, int offered) {
        Part {
            chords = List.copyOf(chords);
            lyrics = List.copyOf(lyrics);
            melody = List.copyOf(melody);
        }

        Part singing(List<String> lines) {
            return new Part(role, bars, chords, lines, melody, offered);
        }

        /// Of which nothing is settled but what it is for.
        static Part open(Role role) {
            return new Part(role, null, List.of(), List.of(), List.of(), 0);
        }

        Part untuned() {
            return new Part(role, bars, chords, lyrics, List.of(), 0);
        }

        Part unharmonised() {
            return new Part(role, bars, List.of(), lyrics, melody, offered);
        }
    }

    /// Whether there is anything to sing in it; of an earlier song the parts alone will do.
    boolean isUsable() {
        return sections.stream()
                .anyMatch(part -> part.role().sung()
                        && (seed != null || !part.lyrics().isEmpty() || !part.chords().isEmpty()));
    }

    Draft in(@Nullable String newKey, @Nullable String newMode) {
        return new Draft(title, newKey, newMode, bpm, metre, genre, seed, wordsBy, language, sections);
    }

    Draft with(List<Part> newSections) {
        return new Draft(title, key, mode, bpm, metre, genre, seed, wordsBy, language, newSections);
    }
}
