package atelier.usage;

import atelier.language.Sentence;
import java.util.Locale;

/// What answers cost, in US dollars.
///
/// @param usd    to whoever runs this Atelier
/// @param keyUsd to somebody else: on the key of the person who asked, or of their team
public record Cost(double usd, double keyUsd) {
    public static final Cost NOTHING = new Cost(0, 0);
    private static final double LEAST_SHOWN = 0.0001;

    public static Cost of(double usd) {
        return new Cost(usd, 0);
    }

    public Cost plus(Cost other) {
        return new Cost(usd + other.usd, keyUsd + other.keyUsd);
    }

    /// What is left of it without the other; never less than nothing.
    public Cost minus(Cost other) {
        return new Cost(Math.max(0, usd - other.usd), Math.max(0, keyUsd - other.keyUsd));
    }

    public boolean isNothing() {
        return usd <= 0 && keyUsd <= 0;
    }

    /// For people, such as `$0.0020 on your key`.
    ///
    /// @param key     whose key it is, such as `your key`
    /// @param nothing the words where it cost nothing
    public Sentence words(Sentence key, Sentence nothing) {
        if (isNothing()) {
            return nothing;
        }
        if (keyUsd <= 0) {
            return dollars(usd);
        }
        return usd > 0
                ? Sentence.of("cost.both", "here", dollars(usd), "cost", dollars(keyUsd), "key", key)
                : Sentence.of("cost.on-key", "cost", dollars(keyUsd), "key", key);
    }

    private static Sentence dollars(double amount) {
        return amount < LEAST_SHOWN
                ? Sentence.of("cost.least")
                : Sentence.plain(String.format(Locale.ROOT, "$%.4f", amount));
    }
}
