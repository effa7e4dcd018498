package atelier.create.text;

import java.util.Locale;

/// One finding of a review.
///
/// @param file empty where none is meant
/// @param line 1-based; 0 where none is meant
/// @param text what is wrong, why it matters, how to fix it
record ReviewFinding(Severity severity, String file, int line, String text) {
    /// How bad it is, worst first.
    enum Severity {
        CRITICAL("\uD83D\uDD34"), HIGH("\uD83D\uDFE0"), MEDIUM("\uD83D\uDFE1"), LOW("\uD83D\uDFE2");

        private final String mark;

        Severity(String mark) {
            this.mark = mark;
        }

        /// Unknown words count as medium.
        static Severity of(String word) {
            for (var one : values()) {
                if (one.name().equalsIgnoreCase(word.strip())) {
                    return one;
                }
            }
            return MEDIUM;
        }
    }

    String shown() {
        var place = file.isEmpty() ? "" : " \u00B7 `" + file + (line > 0 ? ":" + line : "") + "`";
        return severity.mark + " **" + severity.name().toLowerCase(Locale.ROOT) + "**" + place + " \u00B7 " + text;
    }
}
