package atelier.create.design;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The language a request is written in, guessed from its small words and its script.
public enum Tongue {
    ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE, RUSSIAN, CHINESE;

    private static final Map<Tongue, List<String>> SMALL = Map.of(GERMAN,
            List.of("ein", "eine", "einen", "mit", "der", "das", "für", "mach", "mache", "erstelle", "bitte", "und",
                    "mir", "ich", "spiel", "schwerer", "leichter", "im"),
            SPANISH,
            List.of("un", "una", "juego", "con", "haz", "hazme", "crea", "de", "el", "los", "por favor", "quiero",
                    "más",
                    "en"),
            FRENCH,
            List.of("un", "une", "jeu", "avec", "fais", "crée", "moi", "de", "le", "les", "je veux", "dans", "plus"),
            PORTUGUESE,
            List.of("um", "uma", "jogo", "com", "faça", "faz", "crie", "de", "o", "quero", "mais", "em", "no"),
            ENGLISH,
            List.of("a", "an", "the", "game", "with", "make", "me", "of", "please", "in", "about", "i", "for", "and"));

    /// As in [atelier.create.game.Words#LANGUAGES].
    public String code() {
        return switch (this) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case SPANISH -> "es";
            case FRENCH -> "fr";
            case PORTUGUESE -> "pt";
            case RUSSIAN -> "ru";
            case CHINESE -> "zh";
        };
    }

    /// English for a code that is none of ours.
    static Tongue of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst().orElse(ENGLISH);
    }

    static Tongue of(String words, Spoken spoken) {
        var script = words.codePoints().limit(30_000).mapToObj(Character.UnicodeScript::of).toList();
        if (script.contains(Character.UnicodeScript.HAN)) {
            return CHINESE;
        }
        if (script.contains(Character.UnicodeScript.CYRILLIC)) {
            return RUSSIAN;
        }
        var best = ENGLISH;
        long most = count(ENGLISH, spoken);
        for (var tongue : List.of(GERMAN, SPANISH, FRENCH, PORTUGUESE)) {
            long count = count(tongue, spoken);
            if (count > most) {
                most = count;
                best = tongue;
            }
        }
        return best;
    }

    private static long count(Tongue tongue, Spoken spoken) {
        return SMALL.getOrDefault(tongue, List.of()).stream().filter(spoken::says).count();
    }
}
