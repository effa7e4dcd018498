package atelier.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do about models, read from `/model …` or from their own words.
sealed interface ModelRequest {
    /// Look at them.
    record Look() implements ModelRequest {}

    /// Have one answer.
    ///
    /// @param strict whether no other may answer in its place
    record Use(String name, boolean strict) implements ModelRequest {}

    /// Leave it to Atelier again.
    record Auto() implements ModelRequest {}

    /// Have no cloud answer, or allow it again; null asks how it stands.
    record LocalOnly(@Nullable Boolean on) implements ModelRequest {}

    Pattern USE = Pattern.compile(
            "(?:please |let's |let us |i want to )?(?:use|take|choose|pick|activate|switch(?: over)? to"
                    + "|(?:change|set|switch) (?:the |my )?(?:default )?model to|change to) (?:the )?(?:model )?(.+)");
    Pattern DEFAULT = Pattern.compile("(?:please )?make (.+?) (?:my|the) (?:default|active)(?: model)?");
    Pattern LOCAL_ONLY = Pattern
            .compile("(?:local[- ]only|only[- ]local(?: models)?)(?:[ :=]+(on|off|yes|no|true|false))?");
    Pattern BEHIND = Pattern.compile(
            "\\s+(?:(?<strict>strict|strictly|only|and nothing else)|please|from now on|(?:for|in) this (?:chat|conversation)"
                    + "|instead|here|now|model|again)$");
    Set<String> AUTO = Set.of("auto", "automatic", "automatically", "any", "any model", "whatever", "default");
    Set<String> NO_NAME = Set.of("another", "a different", "different", "other", "a", "an", "it", "that", "this");

    static ModelRequest of(String words) {
        var plain = words.strip().replaceFirst("[.!?…]+$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (AUTO.contains(plain)) {
            return new Auto();
        }
        var local = LOCAL_ONLY.matcher(plain);
        if (local.matches()) {
            var said = local.group(1);
            return new LocalOnly(said == null ? null : Set.of("on", "yes", "true").contains(said));
        }
        for (var form : new Pattern[]{USE, DEFAULT}) {
            var match = form.matcher(plain);
            if (match.matches()) {
                return use(match.group(1));
            }
        }
        return new Look();
    }

    private static ModelRequest use(String said) {
        var name = said;
        var strict = false;
        for (var behind = BEHIND.matcher(name); behind.find(); behind = BEHIND.matcher(name)) {
            strict |= behind.group("strict") != null;
            name = name.substring(0, behind.start());
        }
        name = name.replaceAll("^[“\"'`]|[”\"'`]$", "");
        if (AUTO.contains(name)) {
            return new Auto();
        }
        return NO_NAME.contains(name) ? new Look() : new Use(name, strict);
    }
}
