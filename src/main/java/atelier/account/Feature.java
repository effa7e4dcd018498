package atelier.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Something a tier may or may not include, by the name of the command that asks for it.
public enum Feature {
    CODE, REVIEW, EXPLAIN, GAME, LYRICS, MELODY, TOPLINE, SONG, LOG, COMPARE, CHAT, VOICE, COACH, ANALYZE, MASTER;

    /// Everything there is.
    public static Set<Feature> all() {
        return EnumSet.allOf(Feature.class);
    }

    /// As it stands in the configuration, such as `song`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Feature> named(String word) {
        return all().stream().filter(it -> it.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
