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

    /// See how they did.
    ///
    /// @param name a model or a part of its name; empty for all
    record Statistics(String name) implements ModelRequest {}

    /// Measure one.
    ///
    /// @param name empty for the one chosen here
    record Measure(String name) implements ModelRequest {}

    /// Let earlier answers say who is asked first, or not; null asks how it stands.
    record Learning(@Nullable Boolean on) implements ModelRequest {}

    Pattern STATISTICS = Pattern
            .compile(
                    "(?:(?:show |see )?(?:me )?(?:the |my )?(?:model )?)?(?:stats|statistics)(?: (?:of|for))?(?: (.+))?");
    Pattern MEASURE = Pattern.compile("(?:bench|benchmark|measure)(?: (?:the )?(?:model )?(.+))?");
    Pattern LEARNING = Pattern
            .compile("(?:turn )?(?:learning|learned routing)(?:[ :=]+(on|off|yes|no|true|false))?"
                    + "|turn (on|off) (?:learning|learned routing)");
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
    Pattern SWITCHES_CLOUD = Pattern
            .compile("(?:turn|switch|disable|enable|stop|forbid|block|permit|allow)\\b.*\\bcloud\\b.*");
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
        if (SWITCHES_CLOUD.matcher(plain).matches()) {
            return aboutCloud(plain).orElseGet(() -> new LocalOnly(null));
        }
        if (NO_CLOUD.matcher(plain).matches()) {
            return new LocalOnly(true);
        }
        var statistics = STATISTICS.matcher(plain);
        if (statistics.matches()) {
            return new Statistics(orEmpty(statistics.group(1)));
        }
        var measure = MEASURE.matcher(plain);
        if (measure.matches()) {
            return new Measure(orEmpty(measure.group(1)));
        }
        var learning = LEARNING.matcher(plain);
        if (learning.matches()) {
            var said = learning.group(1) == null ? learning.group(2) : learning.group(1);
            return new Learning(said == null ? null : Set.of("on", "yes", "true").contains(said));
        }
        for (var form : new Pattern[]{USE, DEFAULT}) {
            var match = form.matcher(plain);
            if (match.matches()) {
                return use(match.group(1));
            }
        }
        return new Look();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
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
