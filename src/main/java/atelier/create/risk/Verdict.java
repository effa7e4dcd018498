package atelier.create.risk;

import atelier.language.Sentence;
import org.jspecify.annotations.Nullable;

/// How dangerous a command is, and why.
///
/// @param reason what the worst part of it does, fit to stand in brackets behind the command; null when no rule knows the command
public record Verdict(Risk risk, @Nullable Sentence reason) {
    /// @param deed the key of what it does, as in `rules.txt`
    static Verdict of(Risk risk, String deed) {
        return new Verdict(risk, Sentence.of("risk.does." + deed));
    }

    Verdict or(Verdict other) {
        return risk.compareTo(other.risk) >= 0 ? this : other;
    }
}
