package atelier.secret;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Replaces secrets in a text by stars: whatever has the shape of a token or key, and the operator's own secrets whatever
/// their shape.
public final class SecretMask {
    private static final String STARS = "***";
    /// Shorter ones would hide ordinary words.
    private static final int SHORTEST = 6;
    private static final Pattern SHAPES = Pattern.compile(Stream.of(
            // Telegram: in the path of every call.
            "\\d{3,}+:[A-Za-z0-9_-]{30,}+",
            // OpenAI, Anthropic and those who copy them.
            "\\bsk-[A-Za-z0-9_-]{8,}+",
            // Google, old and new.
            "\\bAIza[A-Za-z0-9_-]{20,}+", "\\bAQ\\.[A-Za-z0-9_-]{20,}+",
            // Discord: bot tokens, and the tokens by which one interaction or webhook is answered.
            "\\b[A-Za-z0-9_-]{23,30}\\.[A-Za-z0-9_-]{6,7}\\.[A-Za-z0-9_-]{27,}+",
            "(?<=/(?:webhooks|interactions)/\\d{15,20}/)[A-Za-z0-9_-]{20,}+",
            // In headers and addresses.
            "(?i:(?<=\\bBearer )|(?<=\\bBot )(?=\\S{30}))[A-Za-z0-9._~+/=-]{8,}+",
            "(?i:(?<=x-goog-api-key[:=] ?)|(?<=x-api-key[:=] ?)|(?<=secret-token[:=] ?)|(?<=password=))[^\\s&,;}\\]\"']++")
            .collect(Collectors.joining("|")));

    private static volatile List<String> known = List.of();

    private SecretMask() {}

    /// From now on these are masked too, wherever they occur; said once at the start.
    public static void learn(Collection<String> secrets) {
        // The longest first, so that one that contains another goes as a whole.
        known = Stream.concat(known.stream(), secrets.stream().filter(secret -> secret.length() >= SHORTEST))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /// The text without its secrets.
    public static String mask(String text) {
        String masked = text;
        for (String secret : known) {
            masked = masked.replace(secret, STARS);
        }
        return SHAPES.matcher(masked).replaceAll(STARS);
    }
}
