package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.generation.registry.ProviderKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// One key in a list for people: whose, where it goes, since when, and its last four characters where only its owner reads
/// them.
final class KeyLine {
    private KeyLine() {}

    static String inUse(ProviderKey key, Asker asker) {
        var phrases = asker.phrases();
        var title = Known.title(key.provider(), phrases);
        var host = key.origin().host();
        return "- " + (key.rotated().equals(key.created())
                ? phrases.say("provider.line", "provider", title, "end", end(key, asker), "host", host, "day",
                        day(key.created()))
                : phrases.say("provider.line.replaced", "provider", title, "end", end(key, asker), "host", host, "day",
                        day(key.created()), "again", day(key.rotated())));
    }

    static String proposed(ProviderKey key, Asker asker) {
        var phrases = asker.phrases();
        return "- " + phrases.say("provider.line.proposed", "provider", Known.title(key.provider(), phrases), "end",
                end(key, asker), "day", day(key.rotated()));
    }

    static String end(ProviderKey key, Asker asker) {
        return !asker.isAlone() || key.lastFour().isEmpty() ? "" : " …" + key.lastFour();
    }

    private static ZonedDateTime day(Instant when) {
        return when.atZone(ZoneOffset.UTC);
    }
}
