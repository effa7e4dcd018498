package atelier.generation.transport;

/// Takes out of streamed text what no chat shows and no database keeps: control characters (PostgreSQL refuses NUL, whatever text it
/// stands in), and halves of surrogate pairs, which become `�` as they cannot be written as bytes. A pair whose halves come in two
/// chunks stays whole.
final class Legible {
    private static final char UNKNOWN = '\uFFFD';

    /// First half of a pair at the end of the last chunk; 0 for none.
    private char first;

    /// @return the text that can be shown now; may be empty
    String accept(String chunk) {
        var shown = new StringBuilder(chunk.length() + 1);
        for (int at = 0; at < chunk.length(); at++) {
            add(chunk.charAt(at), shown);
        }
        return shown.toString();
    }

    private void add(char next, StringBuilder shown) {
        if (first != 0) {
            boolean pair = Character.isLowSurrogate(next);
            shown.append(pair ? first : UNKNOWN);
            first = 0;
            if (pair) {
                shown.append(next);
                return;
            }
        }
        if (Character.isHighSurrogate(next)) {
            first = next;
        } else if (Character.isLowSurrogate(next)) {
            shown.append(UNKNOWN);
        } else if (!Character.isISOControl(next) || next == '\n' || next == '\r' || next == '\t') {
            shown.append(next);
        }
    }

    /// @return the rest, now that nothing follows
    String finish() {
        boolean half = first != 0;
        first = 0;
        return half ? String.valueOf(UNKNOWN) : "";
    }
}
