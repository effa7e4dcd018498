package atelier.create.song;

import atelier.intent.MusicBrief;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The languages a song can be in, and which one a request speaks.
final class Tongue {
    private static final Set<String> WRITTEN = Set.of("en", "de", "es", "fr", "pt", "ru", "zh");
    // Words that one language has and its neighbours have not, or rarely.
    private static final Map<String, Set<String>> SMALL = Map.of("de",
            Set.of("ein", "eine", "einen", "lied", "über", "das", "und", "ich", "mir", "bitte", "mit", "für", "schreib",
                    "mach", "der", "den", "traurig", "traurige", "fröhliches", "trauriges"),
            "es",
            Set.of("una", "canción", "sobre", "el", "la", "escribe", "escríbeme", "hazme", "haz", "los", "las", "con",
                    "triste", "alegre", "quiero", "en", "del", "y"),
            "fr",
            Set.of("une", "chanson", "sur", "le", "la", "les", "écris", "fais", "moi", "triste", "avec", "en", "des",
                    "et", "je", "veux"),
            "pt",
            Set.of("uma", "canção", "música", "sobre", "o", "escreve", "escreva", "faz", "faça", "com", "triste",
                    "quero", "em", "os", "do", "da", "e"),
            "en",
            Set.of("a", "an", "the", "song", "about", "write", "make", "me", "with", "of", "please", "and", "in"));
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}"), CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final int ENOUGH = 2;

    private Tongue() {}

    /// Languages the built-in songwriter has phrases in.
    static boolean written(@Nullable String language) {
        return WRITTEN.contains(of(language));
    }

    /// Two letters; English where none is named.
    static String of(@Nullable String language) {
        return language == null || language.length() < 2 ? "en" : language.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    /// The brief with the language its request is in, where it names none and is not in English.
    static MusicBrief heard(String request, MusicBrief brief) {
        String language = brief.language() == null ? spoken(request) : brief.language();
        return new MusicBrief(brief.key(), brief.scale(), brief.tempo(), brief.meter(), brief.bars(), brief.seconds(),
                brief.genre(), brief.mood(), language, brief.seed(), brief.pace()).noted(brief.note())
                .playedOn(brief.instrument());
    }

    private static @Nullable String spoken(String request) {
        String head = request.lines().findFirst().orElse("");
        String words = head.substring(0, Math.min(head.length(), 400)).toLowerCase(Locale.ROOT);
        if (HAN.matcher(words).find()) {
            return "zh";
        }
        if (CYRILLIC.matcher(words).find()) {
            return "ru";
        }
        List<String> all = List.of(words.split("[^\\p{L}']+", -1));
        String best = "en";
        for (String language : List.of("de", "es", "fr", "pt")) {
            best = count(all, language) > count(all, best) ? language : best;
        }
        return best.equals("en") || count(all, best) < ENOUGH ? null : best;
    }

    private static long count(List<String> words, String language) {
        return words.stream().filter(SMALL.getOrDefault(language, Set.of())::contains).count();
    }
}
