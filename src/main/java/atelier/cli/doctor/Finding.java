package atelier.cli.doctor;

import atelier.secret.SecretMask;

/// One thing the doctor saw.
///
/// @param subject  what it is about, such as `Telegram`
/// @param sentence what was seen, without its full stop
/// @param remedy   what to do; empty when nothing needs doing
public record Finding(Level level, String subject, String sentence, String remedy) {
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
        return new Finding(Level.FINE, subject, sentence, "");
    }

    static Finding doubtful(String subject, String sentence, String remedy) {
        return new Finding(Level.DOUBTFUL, subject, sentence, remedy);
    }

    static Finding wrong(String subject, String sentence, String remedy) {
        return new Finding(Level.WRONG, subject, sentence, remedy);
    }

    /// The one line an operator reads; free of secrets.
    public String line() {
        var text = level.mark + " " + subject + ": " + sentence + "." + (remedy.isEmpty() ? "" : " " + remedy);
        return SecretMask.mask(text.replaceAll("[\\p{Cntrl}\\s]+", " "));
    }
}
