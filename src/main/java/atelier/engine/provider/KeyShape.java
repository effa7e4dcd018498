package atelier.engine.provider;

import atelier.generation.registry.Origin;
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
    static Optional<String> complaint(Known provider, String text, Origin origin) {
        var wanted = " Send the key alone, as you copied it from " + provider.page + ", or say “stop”.";
        if (text.isBlank()) {
            return Optional.of("There was nothing in it." + wanted);
        }
        if (text.length() > LONGEST) {
            return Optional.of("That is %,d characters, and no key is longer than %d.".formatted(text.length(), LONGEST)
                    + wanted);
        }
        if (ADDRESS.matcher(text).matches()) {
            return Optional.of("That is an address and no key." + wanted);
        }
        if (!VISIBLE.matcher(text).matches()) {
            return Optional
                    .of("A key is one word of plain letters, digits and signs, with no space or line break in it."
                            + wanted);
        }
        var other = Known.byShape(text);
        if (other != null && other != provider) {
            return Optional.of("That looks like a key of %s, not of %s. I kept nothing.".formatted(other.title,
                    provider.title) + wanted);
        }
        var fits = origin.host().equals(provider.host) ? other == provider : text.length() >= SHORTEST;
        return fits
                ? Optional.empty()
                : Optional.of("That does not look like a key of %s, which looks like %s; a part may be missing."
                        .formatted(provider.title, provider.example) + wanted);
    }
}
