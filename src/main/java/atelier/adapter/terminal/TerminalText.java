package atelier.adapter.terminal;

import java.util.regex.Pattern;

/// Markdown for a terminal: nearly as it is, with the marks of emphasis and small print taken off.
final class TerminalText {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)([^*\n]+)\\*\\*");
    private static final Pattern SMALL = Pattern.compile("(?m)^-# ");
    /// Escape sequences of a model must not reach the terminal.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private TerminalText() {}

    static String of(String markdown) {
        var plain = CONTROL.matcher(markdown).replaceAll("");
        return SMALL.matcher(BOLD.matcher(plain).replaceAll("$1")).replaceAll("  ");
    }
}
