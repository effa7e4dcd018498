package atelier.intent;

import atelier.intent.Lexicon.Hit;
import org.jspecify.annotations.Nullable;

/// Numbers with their units: "8 bars", "90 bpm", "two-minute", "seed 42".
final class Numbers {
    private final Findings findings;

    Numbers(Findings findings) {
        this.findings = findings;
    }

    /// The number before the unit ("8 bars") or after the word that announces it ("tempo 90"), or null.
    @Nullable
    Long of(String unit) {
        for (var hit : findings.all("unit")) {
            var number = hit.value().equals(unit) ? endingAt(hit.start()) : null;
            if (number != null) {
                return number;
            }
        }
        for (var hit : findings.all("lead")) {
            var number = hit.value().equals(unit) ? startingAt(hit.end()) : null;
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /// The same, brought into the range of an int.
    @Nullable
    Integer intOf(String unit) {
        return narrow(of(unit));
    }

    /// Seconds, also from minutes and from `2:30`-like wishes in words.
    @Nullable
    Integer seconds() {
        var minutes = of("minutes");
        var seconds = of("seconds");
        if (minutes == null) {
            return narrow(seconds);
        }
        long product = minutes > Integer.MAX_VALUE ? Integer.MAX_VALUE : minutes * 60;
        return narrow(product + (seconds == null ? 0 : Math.min(seconds, Integer.MAX_VALUE)));
    }

    static @Nullable Integer narrow(@Nullable Long number) {
        return number == null ? null : Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private @Nullable Long endingAt(int place) {
        // "a 30-second melody", "8-bar", "十六小节"
        if (place > 0 && findings.tokens().get(place - 1).isNumber()) {
            return parse(findings.tokens().get(place - 1).text());
        }
        return inWords(hit -> hit.end() == place);
    }

    private @Nullable Long startingAt(int place) {
        for (int i = place; i < Math.min(place + 2, findings.tokens().size()); i++) {
            if (findings.tokens().get(i).isNumber()) {
                return parse(findings.tokens().get(i).text());
            }
        }
        return inWords(hit -> hit.start() == place);
    }

    private @Nullable Long inWords(java.util.function.Predicate<Hit> where) {
        Long best = null;
        int longest = 0;
        for (var hit : findings.all("num")) {
            if (where.test(hit) && hit.length() > longest) {
                best = Long.valueOf(hit.value());
                longest = hit.length();
            }
        }
        return best;
    }

    private static Long parse(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLong) {
            return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
