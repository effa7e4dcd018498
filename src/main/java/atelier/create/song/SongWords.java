package atelier.create.song;

import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the parts of a song and its makers are called, in the language of whoever reads it.
final class SongWords {
    private SongWords() {}

    /// Such as `Pre-chorus`.
    static Sentence part(Role role) {
        return Sentence.of("song.part." + role.name());
    }

    /// The same within a sentence.
    static Sentence within(Role role) {
        return Sentence.of("song.within." + role.name());
    }

    /// Such as `Verse 2`.
    static String section(Section section, Phrases phrases) {
        var number = section.name().replaceAll("\\D", "");
        return number.isEmpty()
                ? part(section.role()).in(phrases)
                : phrases.say("song.part.numbered", "part", part(section.role()), "number", number);
    }

    /// Who wrote the words: a model by its name, the built-in songwriter, or the person.
    static Sentence writer(String wordsBy) {
        return switch (wordsBy) {
            case SongPlanner.SONGWRITER -> Sentence.of("song.by.songwriter");
            case SongPlanner.PERSON -> Sentence.of("song.by.you");
            case String model -> Sentence.plain(model);
        };
    }

    static Sentence composer() {
        return Sentence.of("song.by.composer");
    }

    /// Such as `German`.
    static String language(@Nullable String code, Phrases phrases) {
        return Locale.of(Tongue.of(code)).getDisplayLanguage(phrases.language().locale());
    }
}
