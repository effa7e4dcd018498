package atelier.create.risk;

import atelier.language.Sentence;
import java.util.Optional;

/// What a command may do, mildest first.
public enum Risk {
    /// Only looks.
    LOW("\uD83D\uDFE2"),
    /// Changes something that can be undone.
    MEDIUM("\uD83D\uDFE1"),
    /// Changes data, settings or rights; the way back is work.
    HIGH("\uD83D\uDFE0"),
    /// Can destroy data, or runs a stranger's code.
    CRITICAL("\uD83D\uDD34");

    private final String mark;

    Risk(String mark) {
        this.mark = mark;
    }

    /// A coloured dot.
    public String mark() {
        return mark;
    }

    /// Such as `low`.
    public Sentence word() {
        return Sentence.of("text.risk." + name());
    }

    /// The higher of both.
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// By its name in any case; empty for other words.
    public static Optional<Risk> named(String word) {
        for (var one : values()) {
            if (one.name().equalsIgnoreCase(word.strip())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
