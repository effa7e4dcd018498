package atelier.create.check;

import java.util.regex.Pattern;

/// Rewrites what a grammar does not know yet into what it knows, letter for letter, so that lines and columns stay.
final class Dialect {
    /// `Outer.Inner(var x)` in patterns; as a call it means the same to a parser without its qualifier.
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[A-Z]\\w{0,80}\\.){1,6}(?=[A-Z]\\w{0,80}\\()");
    /// `case A _, B _ ->`.
    private static final Pattern MANY_TYPES = Pattern
            .compile("(?<= _)\\s{0,80},\\s{0,80}[A-Z][\\w.]{0,160} _(?=\\s{0,80}(?:,|->|:|when\\b))");
    private static final Pattern NEWER_TYPES = Pattern
            .compile("(?<=\\bexport )type(?= \\*)|(?<=[<,] ?)(?:in out|in|out)(?= [A-Z]\\w{0,80}[ ,>])");

    private Dialect() {}

    static String plain(String language, String content) {
        // A page break before code would count as indentation in Python; elsewhere the grammars do not know it.
        var text = content.replace("\uFEFF", "").replace("\f", language.equals("python") ? "" : " ");
        return switch (language) {
            case "java" -> blanked(MANY_TYPES, blanked(QUALIFIED, text));
            case "typescript", "tsx" -> blanked(NEWER_TYPES, text);
            default -> text;
        };
    }

    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }
}
