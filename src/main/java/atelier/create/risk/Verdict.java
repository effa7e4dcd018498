package atelier.create.risk;

/// How dangerous a command is, and why.
///
/// @param reason what the worst part of it does; empty when no rule knows the command
public record Verdict(Risk risk, String reason) {
    Verdict or(Verdict other) {
        return risk.compareTo(other.risk) >= 0 ? this : other;
    }
}
