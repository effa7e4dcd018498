package atelier.create.check;

import atelier.language.Sentence;
import java.util.Locale;

/// Whether a file keeps to the grammar of its language, by a real parser. Bounded in size and time; a language without a
/// parser, or a machine that cannot load one, is a sentence and not a failure.
public sealed interface Syntax {
    /// Largest text parsed, in characters.
    int MAX_LENGTH = 2_500_000;

    Sentence NOTHING = Sentence.of("check.skip.nothing");

    /// The whole file was read and nothing is wrong.
    record Parses() implements Syntax {}

    /// Something is wrong.
    ///
    /// @param line    1-based; 0 where the parser names none
    /// @param what such as `unexpected "}"`
    record Broken(int line, Sentence what) implements Syntax {
        /// With the line.
        Sentence whole() {
            return line > 0 ? Sentence.of("check.line", "line", Integer.toString(line), "problem", what) : what;
        }

        /// The same in English, such as `line 14: unexpected "}"`.
        String problem() {
            return whole().inEnglish();
        }
    }

    /// Not judged.
    ///
    /// @param why half a sentence such as `no parser for kotlin`
    record Skipped(Sentence why) implements Syntax {}

    /// Judges `content`. Never throws.
    ///
    /// @param language lower-case id such as `python`
    /// @param path     tells apart formats that share a language
    static Syntax of(String language, String path, String content) {
        if (content.length() > MAX_LENGTH) {
            return new Skipped(Sentence.of("check.skip.large"));
        }
        if (content.isBlank()) {
            return new Skipped(NOTHING);
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
