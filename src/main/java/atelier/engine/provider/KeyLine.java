package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.generation.registry.ProviderKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One key in a list for people: whose, where it goes, since when, and its last four characters where only its owner reads
/// them.
final class KeyLine {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private KeyLine() {}

    static String inUse(ProviderKey key, Asker asker) {
        var rotated = key.rotated().equals(key.created()) ? "" : ", replaced " + day(key.rotated());
        return "- **%s**%s at %s, since %s%s".formatted(Known.title(key.provider()), end(key, asker),
                key.origin().host(), day(key.created()), rotated);
    }

    static String proposed(ProviderKey key, Asker asker) {
        return "- **%s**%s, not tested yet; given %s".formatted(Known.title(key.provider()), end(key, asker),
                day(key.rotated()));
    }

    static String end(ProviderKey key, Asker asker) {
        return !asker.isAlone() || key.lastFour().isEmpty() ? "" : " …" + key.lastFour();
    }

    private static String day(Instant when) {
        return DAY.format(when.atOffset(ZoneOffset.UTC));
    }
}
