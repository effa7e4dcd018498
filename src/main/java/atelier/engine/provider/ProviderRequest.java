package atelier.engine.provider;

import atelier.generation.registry.ModelPlatform;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do about provider keys, read from `/provider …` or from their own words.
///
/// @param provider short name such as `gemini`; null when none is named
/// @param team     null: their own; empty: those of the server or group where it is said; [#CHAT]: those of the chat there; else the
///                 key of a chat, a server or a group, such as `TELEGRAM:-42`
/// @param place    origin of the key meant, where there may be several; null for whichever
/// @param rest     the words with no meaning here; a key may be among them
public record ProviderRequest(Verb verb, @Nullable String provider, @Nullable String team, @Nullable String place,
        String rest) {
    /// What is to be done.
    public enum Verb {
        LOOK, ADD, REPLACE, REMOVE, TRY
    }

    private static final Map<String, Verb> VERBS = Map.ofEntries(Map.entry("add", Verb.ADD),
            Map.entry("set", Verb.ADD), Map.entry("enter", Verb.ADD), Map.entry("give", Verb.ADD),
            Map.entry("use", Verb.ADD), Map.entry("connect", Verb.ADD), Map.entry("save", Verb.ADD),
            Map.entry("store", Verb.ADD), Map.entry("replace", Verb.REPLACE), Map.entry("rotate", Verb.REPLACE),
            Map.entry("change", Verb.REPLACE), Map.entry("update", Verb.REPLACE), Map.entry("renew", Verb.REPLACE),
            Map.entry("remove", Verb.REMOVE), Map.entry("delete", Verb.REMOVE), Map.entry("forget", Verb.REMOVE),
            Map.entry("disconnect", Verb.REMOVE), Map.entry("drop", Verb.REMOVE), Map.entry("try", Verb.TRY),
            Map.entry("test", Verb.TRY), Map.entry("check", Verb.TRY));
    private static final Map<String, String> PROVIDERS = Map.of("gemini", "gemini", "google", "gemini", "openai",
            "openai", "gpt", "openai", "chatgpt", "openai", "anthropic", "anthropic", "claude", "anthropic");
    private static final Pattern TEAM = Pattern.compile("(?i)\\bfor (?:the |this |my |our )?"
            + "(?:team|group|server|(chat|channel|topic|thread))\\b(?:\\s+((?:TELEGRAM|DISCORD|TERMINAL|WEB):\\S+))?");
    private static final Pattern PLACE = Pattern.compile("(?i)(?:^|\\s)at (https?://\\S+)");
    private static final Pattern PLAIN = Pattern.compile("(?i)(?:add|replace)\\s+(?:gemini|openai|anthropic)"
            + "(?:\\s+for (?:team|chat))?");
    private static final Pattern WISH = Pattern.compile("(?is)(?!/)(?=.{0,200}$)"
            + ".*\\b(?:add|set|enter|give|use|connect|save|store|replace|rotate|change|update|renew|remove|delete)\\b"
            + ".*\\b(?:gemini|google|openai|gpt|chatgpt|anthropic|claude)\\b.*\\b(?:api[- ]?)?keys?\\b.*");
    /// The chat where it is said.
    static final String CHAT = "here";
    private static final int LONGEST_WORD = 20;

    /// Whether words without a command wish to do something about a key of a provider.
    public static boolean isWished(String words) {
        return WISH.matcher(words).matches();
    }

    /// Reads words without the command.
    public static ProviderRequest of(String words) {
        var team = TEAM.matcher(words);
        var isTeam = team.find();
        var named = isTeam ? team.group(2) == null && team.group(1) != null ? CHAT : team.group(2) : null;
        var left = team.replaceAll(" ");
        var place = PLACE.matcher(left);
        var at = place.find() ? place.group(1) : null;
        left = place.replaceAll(" ");
        Verb verb = null;
        String provider = null;
        var rest = new StringBuilder();
        for (var token : left.strip().split("\\s+", -1)) {
            var word = token.length() > LONGEST_WORD ? "" : token.toLowerCase(Locale.ROOT).replaceAll("[.,:;!?]+$", "");
            if (verb == null && VERBS.containsKey(word)) {
                verb = VERBS.get(word);
            } else if (provider == null && provider(word) != null) {
                provider = provider(word);
            } else {
                rest.append(rest.isEmpty() ? "" : " ").append(token);
            }
        }
        return new ProviderRequest(verb == null ? Verb.LOOK : verb, provider,
                isTeam ? named == null ? "" : named : null,
                at, rest.toString());
    }

    private static @Nullable String provider(String word) {
        var known = PROVIDERS.get(word);
        return known != null ? known : ModelPlatform.named(word).map(ModelPlatform::id).orElse(null);
    }

    /// Whether these words of the command alone ask for a key, so that a form may be shown for it.
    public static boolean isAskingForKey(String words) {
        return PLAIN.matcher(words.strip()).matches();
    }

    /// The words that mean this, without the rest.
    String words() {
        return verb.name().toLowerCase(Locale.ROOT) + (provider == null ? "" : " " + provider) + forTeam()
                + (place == null ? "" : " at " + place);
    }

    private String forTeam() {
        return team == null
                ? ""
                : team.isEmpty() ? " for team" : team.equals(CHAT) ? " for chat" : " for team " + team;
    }

    ProviderRequest with(Verb other) {
        return new ProviderRequest(other, provider, team, place, "");
    }

    ProviderRequest with(String other) {
        return new ProviderRequest(verb, other, team, place, "");
    }
}
