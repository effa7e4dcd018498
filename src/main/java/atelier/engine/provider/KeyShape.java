package atelier.engine.provider;

import atelier.generation.registry.Origin;
import atelier.language.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a text can be a key at all. No sentence repeats any of the text.
final class KeyShape {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 512;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|www\\.).*");

    private KeyShape() {}

    /// Why it is no key of this provider, and what to send instead; empty when it may be one.
    static Optional<Sentence> complaint(Known provider, String text, Origin origin) {
        return wrong(provider, text, origin)
                .map(what -> Sentence.of("provider.shape", "what", what, "page", provider.page));
    }

    private static Optional<Sentence> wrong(Known provider, String text, Origin origin) {
        if (text.isBlank()) {
            return Optional.of(Sentence.of("provider.shape.empty"));
        }
        if (text.length() > LONGEST) {
            return Optional.of(Sentence.of("provider.shape.long", "count", text.length(), "most", LONGEST));
        }
        if (ADDRESS.matcher(text).matches()) {
            return Optional.of(Sentence.of("provider.shape.address"));
        }
        if (!VISIBLE.matcher(text).matches()) {
            return Optional.of(Sentence.of("provider.shape.letters"));
        }
        var other = Known.byShape(text);
        if (other != null && other != provider) {
            return Optional.of(
                    Sentence.of("provider.shape.theirs", "other", other.title, "provider", provider.title));
        }
        var fits = origin.host().equals(provider.host) ? other == provider : text.length() >= SHORTEST;
        return fits
                ? Optional.empty()
                : Optional.of(Sentence.of("provider.shape.part", "provider", provider.title, "example",
                        provider.example()));
    }
}
