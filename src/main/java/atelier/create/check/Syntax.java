package atelier.create.check;

import java.util.Locale;

/// Whether a file keeps to the grammar of its language, by a real parser. Bounded in size and time; a language without a
/// parser, or a machine that cannot load one, is a sentence and not a failure.
public sealed interface Syntax {
    /// Largest text parsed, in characters.
    int MAX_LENGTH = 2_500_000;

    /// The whole file was read and nothing is wrong.
    record Parses() implements Syntax {}

    /// Something is wrong.
    ///
    /// @param line    1-based; 0 where the parser names none
    /// @param problem such as `line 14: unexpected "}"`
    record Broken(int line, String problem) implements Syntax {}

    /// Not judged.
    ///
    /// @param why half a sentence such as `no parser for kotlin`
    record Skipped(String why) implements Syntax {}

    /// Judges `content`. Never throws.
    ///
    /// @param language lower-case id such as `python`
    /// @param path     tells apart formats that share a language
    static Syntax of(String language, String path, String content) {
        if (content.length() > MAX_LENGTH) {
            return new Skipped("larger than 2.5 MB, so not parsed");
        }
        if (content.isBlank()) {
            return new Skipped("nothing to parse");
        }
        return switch (language) {
            case "json", "yaml", "xml" -> WellFormed.of(language, path, content);
            case "html" -> Page.of(content);
            case "css", "scss" -> Stylesheet.of(content, language.equals("scss"));
            default -> SyntaxTree.of(language, content);
        };
    }

    /// Judges a file by the ending of its name.
    static Syntax ofFile(String path, String content) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var language = switch (ending) {
            case "py", "pyi" -> "python";
            case "js", "mjs", "cjs" -> "javascript";
            case "ts", "mts", "cts" -> "typescript";
            case "rs" -> "rust";
            case "cs" -> "csharp";
            case "cc", "cpp", "cxx", "hpp", "hh" -> "c++";
            case "h" -> "c";
            case "rb" -> "ruby";
            case "htm" -> "html";
            case "yml" -> "yaml";
            default -> ending;
        };
        return of(language, path, content);
    }
}
