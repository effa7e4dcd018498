package atelier.cli.doctor;

import atelier.secret.SecretMask;
import org.jspecify.annotations.Nullable;

/// One thing the doctor saw.
///
/// @param ailment  which of all there are; null when nothing is wrong
/// @param subject  what it is about, such as `Telegram`
/// @param sentence what was seen, without its full stop
/// @param remedy   what to do; empty when nothing needs doing
public record Finding(Level level, @Nullable Ailment ailment, String subject, String sentence, String remedy) {
    /// How bad it is.
    public enum Level {
        /// As it should be.
        FINE("✓"),
        /// Works, but not everything, or not for long.
        DOUBTFUL("⚠"),
        /// Keeps Atelier from doing what it was set up for.
        WRONG("✗");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }
    }

    static Finding fine(String subject, String sentence) {
        return new Finding(Level.FINE, null, subject, sentence, "");
    }

    static Finding doubtful(Ailment ailment, String subject, String sentence, String remedy) {
        return new Finding(Level.DOUBTFUL, ailment, subject, sentence, remedy);
    }

    static Finding wrong(Ailment ailment, String subject, String sentence, String remedy) {
        return new Finding(Level.WRONG, ailment, subject, sentence, remedy);
    }

    /// The one line an operator reads; free of secrets.
    public String line() {
        var text = level.mark + " " + subject + ": " + sentence + "." + (remedy.isEmpty() ? "" : " " + remedy);
        return SecretMask.mask(text.replaceAll("[\\p{Cntrl}\\s]+", " "))
                + (ailment == null ? "" : " [" + ailment.id() + "]");
    }
}
