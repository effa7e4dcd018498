package atelier.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Instruments that can play a tune, as people call them in seven languages; from the resource `instruments.txt`.
public final class Instruments {
    private static final int READ = 400;
    private static final Map<String, Integer> PROGRAMS = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final int CHANGE = 80;
    private static final Pattern LEADING, BESIDE, UNKNOWN;
    private static final Pattern CHANGING = pattern(
            "^(?:/change \\S+ )?(?:(?:now|please|and|but|ok|bitte|jetzt|und),? )*(?:play|have|let|give|put|on|by|auf|mit|spiel|lass|toca|tócal|joue|сыграй|на|пусть|用|换)");

    static {
        lines().stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var halves = line.split(" = ", 2);
            var head = halves[0].split(" ", 2);
            PROGRAMS.put(head[1], Integer.valueOf(head[0]));
            NAMES.put(head[1], head[1]);
            Arrays.stream(halves[1].split(", ")).forEach(word -> NAMES.put(word, head[1]));
        });
        var any = NAMES.keySet().stream().sorted((a, b) -> b.length() - a.length()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")"));
        var article = "(?:(?:a|an|the|my|solo|der|dem|die|das|den|einer|einem|einen|ein|eine|un|una|el|la|le|une|um|uma|o|ao|à|au) |l['’]|à l['’])?(?:(?:acoustic|solo|lone|single|old) )?";
        var tune = "(?:melody|tune|solo|theme|riff|line|melodie|thema|melodía|melodia|mélodie|tema|мелоди\\p{L}*|соло|тем\\p{L})";
        LEADING = pattern("(?<!\\p{L})(?:on|for|by|auf|für|von|para|pour|por|no|na|em|au|à la|sur|на|для|用|为) ?"
                + article + any
                + "(?!\\p{L})|(?<!\\p{L})" + any + " ?(?:n|en)?-?" + tune + "(?!\\p{L})|" + any + "(?:独奏|旋律|曲)");
        BESIDE = pattern("(?<!\\p{L})(?:with|using|mit|con|avec|com|с|со) " + article + any + "(?!\\p{L})");
        UNKNOWN = pattern(
                "(?<!\\p{L})(?:(?:played|performed|spielt|gespielt) (?:on|by|auf|von)|instrument ?[:=]) ?" + article
                        + "(\\p{L}[\\p{L}-]{2,24})");
    }

    private Instruments() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> lines() {
        try (var in = Objects
                .requireNonNull(Instruments.class.getResourceAsStream("/atelier/intent/instruments.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The instrument that is to play the tune, by its English name; null when the words name none.
    ///
    /// @param isMelody whether there is nothing but a tune, so that "with a flute" can only mean who plays it
    public static @Nullable String in(String words, boolean isMelody) {
        var head = words.length() > READ ? words.substring(0, READ) : words;
        return found(LEADING, head).or(() -> isMelody ? found(BESIDE, head) : Optional.empty()).orElse(null);
    }

    private static Optional<String> found(Pattern pattern, String words) {
        var match = pattern.matcher(words);
        return match.find() ? Optional.of(Objects.requireNonNull(NAMES.get(named(match)))) : Optional.empty();
    }

    private static String named(Matcher match) {
        var groups = new ArrayList<String>();
        for (var group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                groups.add(match.group(group));
            }
        }
        return groups.getFirst().toLowerCase(Locale.ROOT);
    }

    /// Whether words about a tune that is there give it to an instrument: "play it on a violin", "auf der Geige".
    public static boolean change(String words) {
        return words.length() < CHANGE && CHANGING.matcher(words).find() && in(words, true) != null;
    }

    /// What is to play the tune and is no instrument there is.
    static Optional<String> unknown(String words) {
        var head = words.length() > READ ? words.substring(0, READ) : words;
        var match = UNKNOWN.matcher(head);
        return match.find() && in(head, true) == null ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// Its General MIDI program, 0 to 127.
    ///
    /// @param name as [#in] gives it
    public static Optional<Integer> program(@Nullable String name) {
        return Optional.ofNullable(name == null ? null : PROGRAMS.get(name));
    }
}
