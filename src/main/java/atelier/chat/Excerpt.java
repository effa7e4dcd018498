package atelier.chat;

/// The beginning of a text that is too long to be shown whole.
public final class Excerpt {
    private Excerpt() {}

    /// At most `most` code points, the last one an ellipsis where something is left out.
    public static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /// The same on one line.
    public static String line(String text, int most) {
        return of(text.replaceAll("\\s{1,99}", " ").strip(), most);
    }
}
