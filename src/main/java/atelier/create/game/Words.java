package atelier.create.game;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What a game and its document say by themselves in one language, from `words/` beside this class.
public final class Words {
    /// By their codes (ISO 639-1).
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pt", "ru", "zh");

    private static final Map<String, Words> ALL = new ConcurrentHashMap<>();

    private final Map<String, String> lines;

    private Words(Map<String, String> lines) {
        this.lines = Collections.unmodifiableMap(lines);
    }

    /// @param language in English where it is none of [#LANGUAGES]
    public static Words in(String language) {
        return ALL.computeIfAbsent(known(language), Words::read);
    }

    static String known(String language) {
        return LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
    }

    /// @throws IllegalArgumentException for a key that is not in the table
    public String line(String key) {
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return line;
    }

    /// By their keys, as the files have them.
    public Map<String, String> all() {
        return lines;
    }

    /// Those that a game of this kind says: the general ones and its own.
    Map<String, String> of(Archetype archetype) {
        var some = new LinkedHashMap<String, String>();
        lines.forEach((key, line) -> {
            if (key.indexOf('.') < 0 || key.startsWith(archetype.id() + ".")) {
                some.put(key, line);
            }
        });
        return some;
    }

    private static Words read(String language) {
        try (InputStream in = Words.class.getResourceAsStream("words/" + language + ".txt")) {
            var lines = new LinkedHashMap<String, String>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> lines.put(line.substring(0, line.indexOf(" = ")),
                            line.substring(line.indexOf(" = ") + 3)));
            return new Words(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
