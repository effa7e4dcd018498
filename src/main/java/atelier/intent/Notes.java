package atelier.intent;

import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Notes on what could not be taken as it was said: a key of the bundles and its values on one line, so that they can be
/// stored with a brief and said in the language of whoever hears them.
final class Notes {
    private static final String BREAK = "\u001F";
    private static final String KEYS = "music.note.keys", MOODS = "music.note.moods";
    private static final Set<String> KNOWN_MOODS = Set.of("calm", "sad", "happy", "dark", "energetic", "romantic",
            "epic", "dreamy", "nostalgic", "tense", "angry", "funny", "hopeful");

    private Notes() {}

    static String of(String key, String... namesAndValues) {
        return String.join(BREAK, Stream.concat(Stream.of(key),
                Stream.of(namesAndValues).map(value -> value.replace(BREAK, "").replace("\n", " "))).toList());
    }

    static String moods(String first, String second) {
        return of(MOODS, "first", first, "second", second);
    }

    /// @param keys such as `D minor`
    static String keys(List<String> keys) {
        return of(KEYS, keys.toArray(String[]::new));
    }

    /// Notes as they were before there were keys stand as they are.
    static Sentence read(String note) {
        var parts = List.of(note.split(BREAK, -1));
        if (!parts.getFirst().startsWith("music.note.")) {
            return Sentence.plain(note);
        }
        var values = parts.subList(1, parts.size());
        if (parts.getFirst().equals(KEYS)) {
            return Sentence.of(KEYS, "count", values.size(), "keys",
                    Sentence.all(values.stream().map(Notes::key).toList()));
        }
        var said = new ArrayList<Object>(values);
        if (parts.getFirst().equals(MOODS)) {
            said.replaceAll(value -> KNOWN_MOODS.contains(value.toString())
                    ? Sentence.of("music.mood." + value)
                    : value);
        }
        return Sentence.of(parts.getFirst(), said.toArray());
    }

    private static Sentence key(String name) {
        var sign = name.startsWith("#", 1) ? "sharp" : name.startsWith("b", 1) ? "flat" : "none";
        var scale = name.substring(name.indexOf(' ') + 1).replace(' ', '-');
        var known = switch (scale) {
            case "pentatonic-major" -> "MAJOR_PENTATONIC";
            case "pentatonic-minor" -> "MINOR_PENTATONIC";
            case String other -> other.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        };
        return Sentence.of("music.key", "tonic",
                Sentence.of("music.tonic", "letter", name.substring(0, 1), "sign", sign), "scale",
                Sentence.of("music.scale." + known), "kind", known);
    }
}
