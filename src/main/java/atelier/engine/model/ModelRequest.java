package atelier.engine.model;

import java.util.Locale;
import java.util.Optional;
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

    Pattern BEFORE = Pattern
            .compile("^(?:(?:please|let's|let us|(?:can|could|would) (?:you|we)|i(?:'d| would)? (?:want|like) to)"
                    + "[ ,]+)+", Pattern.CASE_INSENSITIVE);
    Pattern USE = Pattern.compile("(?:use|take|choose|pick|activate|(?:switch|change)(?: over)? to"
            + "|(?:change|set|switch) (?:the |my )?(?:default )?model to|nimm|benutze|verwende|nutze|wechsle zu|usa|cambia a"
            + "|utilise|passe à|troca para o) (?:the )?(?:model )?(.+)");
    Pattern DEFAULT = Pattern.compile("make (.+?) (?:my|the) (?:default|active)(?: model)?");
    Pattern LOCAL_ONLY = Pattern.compile("local[- ]only(?:[ :=]+(on|off|yes|no|true|false))?");
    Pattern NO_CLOUD = Pattern
            .compile("(?:use |ask )?(?:(?:only|just) (?:use |ask )?(?:my |the )?local(?: models?| ones?)?"
                    + "|(?:my |the )?local models? only|no cloud(?: models?)?)"
                    + "|(?:never|don't|do not) (?:use|ask) (?:the |a |any )?cloud(?: models?)?(?: again)?");
    Pattern CLOUD = Pattern.compile("(?:allow|permit) (?:the )?cloud(?: models?)?");
    Pattern BEHIND = Pattern.compile(
            "\\s+(?:(?<strict>strict|strictly|only|and nothing else)|please|from now on|(?:for|in) this (?:chat|conversation)"
                    + "|instead|here|now|model|again)$");
    Set<String> AUTO = Set.of("auto", "automatic", "automatically", "any", "any model", "whatever", "default");
    Set<String> NO_NAME = Set.of("another", "different", "other", "local", "cloud", "it", "that", "this");

    Pattern FORBIDS = Pattern.compile("\\b(?:never|stop|off|no|not|don't|disable|forbid|without|block)\\b");
    Pattern ALLOWS = Pattern.compile("\\b(?:allow|enable|permit|on)\\b");

    /// What a wish about settings says about the cloud; empty when nothing. In doubt the cloud is forbidden.
    static Optional<LocalOnly> aboutCloud(String words) {
        var plain = plain(words);
        var forbids = FORBIDS.matcher(plain).find();
        if (plain.contains("cloud")) {
            return Optional
                    .of(new LocalOnly(forbids ? Boolean.TRUE : ALLOWS.matcher(plain).find() ? Boolean.FALSE : null));
        }
        return plain.contains("local only") || plain.contains("local-only")
                ? Optional.of(new LocalOnly(!forbids))
                : Optional.empty();
    }

    private static String plain(String words) {
        return words.strip().replaceFirst("[.!?…]+$", "").replaceAll("\\s+", " ").replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    /// The words without politeness before them.
    static String bare(String words) {
        return BEFORE.matcher(words.strip()).replaceFirst("");
    }

    static ModelRequest of(String words) {
        var plain = BEFORE.matcher(plain(words)).replaceFirst("");
        if (AUTO.contains(plain)) {
            return new Auto();
        }
        var local = LOCAL_ONLY.matcher(plain);
        if (local.matches()) {
            var said = local.group(1);
            return new LocalOnly(said == null ? null : Set.of("on", "yes", "true").contains(said));
        }
        if (NO_CLOUD.matcher(plain).matches() || CLOUD.matcher(plain).matches()) {
            return new LocalOnly(NO_CLOUD.matcher(plain).matches());
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
        name = name.equals("lm studio") ? "lmstudio" : name;
        return NO_NAME.contains(name) ? new Look() : new Use(name, strict);
    }
}
