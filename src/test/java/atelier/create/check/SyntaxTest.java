package atelier.create.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.treesitter.TSParser;

class SyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            python     | def f(:\\n    return 1\\n                        | line 1
            python     | x = (1,\\ny = 2\\n                               | line 1
            python     | def f():\\n    return 1\\n}\\n                   | line 3: unexpected "}"
            javascript | function f() {\\n  return 1;\\n                  | line 1: "{" is never closed
            javascript | const a = [1, 2;\\n                              | line 1
            javascript | let = = 3;\\n                                    | line 1
            jsx        | const A = () => <div><b></div>;\\n               | line 1
            typescript | interface A { a: string; \\nconst b: = 1;\\n      | line
            java       | class A {\\n  void f() { int x = ; }\\n}\\n       | line 2
            java       | class A {\\n  void f() { g() }\\n}\\n            | line 2: unexpected "g()"
            java       | class A {\\n}\\n}\\n                             | line 3: unexpected "}"
            go         | package main\\n\\nfunc main( {\\n}\\n            | line 3
            rust       | fn main() {\\n    let x = ;\\n}\\n               | line 2
            csharp     | class A {\\n  void F() { var x = (1; }\\n}\\n    | line 2
            c++        | int main() {\\n  return 0;\\n                     | line 1: "{" is never closed
            c          | int main(void) {\\n  int x = 1\\n  return x;\\n}\\n | line 2
            php        | <?php\\nfunction f( {\\n}\\n                     | line 2
            ruby       | def f(\\n  1\\nend\\n                              | line
            css        | a {\\n  b: c;\\n\\nd { e: f }\\n                 | line 1: "{" is never closed
            """)
    void mistakesAreFoundWithTheirLine(String language, String content, String problem) {
        var judged = Syntax.of(language, "x", content.replace("\\n", "\n"));
        assertThat(judged).isInstanceOf(Syntax.Broken.class);
        assertThat(((Syntax.Broken) judged).problem()).startsWith(problem);
    }

    static Stream<String> goodFiles() {
        return Stream.of("new.py", "new.js", "new.jsx", "new.ts", "New.java", "new.go", "new.rs", "New.cs", "new.cpp",
                "new.c",
                "new.php", "new.rb", "new.html", "new.css", "new.scss", "new.yaml", "new.xml");
    }

    /// Newer features of each language are no mistakes.
    @ParameterizedTest
    @MethodSource("goodFiles")
    void modernSourcesPass(String name) throws IOException {
        var ending = name.substring(name.indexOf('.') + 1);
        var language = switch (ending) {
            case "py" -> "python";
            case "js" -> "javascript";
            case "ts" -> "typescript";
            case "rs" -> "rust";
            case "cs" -> "csharp";
            case "cpp" -> "c++";
            case "rb" -> "ruby";
            default -> ending;
        };
        assertThat(Syntax.of(language, name, resource(name))).isInstanceOf(Syntax.Parses.class);
    }

    private static String resource(String name) throws IOException {
        try (var in = SyntaxTest.class.getResourceAsStream("/syntax/" + name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pageBreaksAndByteOrderMarksAreNoMistakes() {
        assertThat(Syntax.of("python", "a.py", "\uFEFFx = 1\n\f\ndef f():\n    pass\n"))
                .isInstanceOf(Syntax.Parses.class);
    }

    @Test
    void hugeAndHostileTextsAreSkippedOrJudgedAndNeverCrash() {
        assertThat(Syntax.of("python", "a.py", "x = 1\n".repeat(3_000_000))).isInstanceOf(Syntax.Skipped.class);
        var large = ("value = 1  # " + "x".repeat(190) + "\n").repeat(9_800);
        assertThat(Syntax.of("python", "a.py", large)).isNotInstanceOf(Syntax.Broken.class);
        for (var piece : new String[]{"(", "{", "a+", "\"", "<", "`${"}) {
            assertThat(Syntax.of("javascript", "a.js", piece.repeat(40_000))).isNotNull();
        }
        assertThat(Syntax.of("html", "a.html", "<div>".repeat(50_000))).isInstanceOf(Syntax.Broken.class);
        assertThat(Syntax.of("css", "a.css", "{".repeat(200_000))).isInstanceOf(Syntax.Broken.class);
        assertThat(Syntax.of("json", "a.json", "[".repeat(200_000))).isInstanceOf(Syntax.Broken.class);
        assertThat(Syntax.of("yaml", "a.yaml", "[".repeat(20_000))).isInstanceOf(Syntax.Broken.class);
    }

    @Test
    void aLanguageWithoutAParserIsSaid() {
        assertThat(Syntax.of("kotlin", "a.kt", "x")).isEqualTo(skipped("kotlin"));
    }

    @Test
    void typedPagesInCodeAreJudged() {
        var list = """
                type Props<T> = { items: T[]; show: (item: T) => string };

                export function List<T,>({ items, show }: Props<T>) {
                  return <ul className="list">{items.map((item, i) => <li key={i}>{show(item)}</li>)}</ul>;
                }
                """;

        assertThat(Syntax.of("tsx", "List.tsx", list)).isEqualTo(new Syntax.Parses());
        assertThat(Syntax.ofFile("List.tsx", list.replace("</ul>", ""))).isInstanceOf(Syntax.Broken.class);
    }

    /// Each tag once looked through all that were open: half an hour for a page that a model in a loop writes.
    @Test
    void pagesOfAnyDepthAreJudged() {
        var depth = 300_000;
        assertThat(Syntax.of("html", "index.html", "<b>".repeat(depth))).isInstanceOf(Syntax.Broken.class);
        assertThat(Syntax.of("html", "index.html", "<b>".repeat(depth) + "</b>".repeat(depth)))
                .isInstanceOf(Syntax.Parses.class);
        assertThat(Syntax.of("html", "index.html", "<b>".repeat(depth) + "</i>".repeat(depth)))
                .isEqualTo(new Syntax.Broken(1, Sentence.of("check.unexpected", "what", "\"</i>\"")));
    }

    /// A tree of a million nodes on one path takes minutes to be looked through, while all others wait for the parser.
    @Test
    void theLookForTheMistakeEndsWithItsTime() {
        var parser = new TSParser();
        assertThat(parser.setLanguage(requireNonNull(requireNonNull(Grammar.of("python")).language()))).isTrue();
        var content = "x = (1,\n";
        var root = parser.parseString(null, content).getRootNode();

        assertThat(SyntaxError.in(root, "python", content, System.nanoTime() - 1))
                .isEqualTo(new Syntax.Broken(0, Sentence.of("check.no-parse")));
        assertThat(SyntaxError.in(root, "python", content, System.nanoTime() + 60_000_000_000L))
                .matches(judged -> ((Syntax.Broken) judged).problem().equals("line 1: \"(\" is never closed"));
    }

    @Test
    void nobodyIsToldThatWordsWereNotParsed() {
        var skipped = skipped("markdown");
        assertThat(new FileReport("README.md", 3, skipped, List.of()).evidence().inEnglish())
                .isEqualTo("references resolve");
        assertThat(new FileReport("a.kt", 3, skipped("kotlin"), List.of()).evidence().inEnglish())
                .isEqualTo("no parser for kotlin, references resolve");
    }

    /// The parser of JavaScript once took the whole process down with such a text of sixty thousand letters.
    @Test
    void bracketsNestedBeyondAllReasonEndNoProcess() {
        for (var piece : new String[]{"{a:", "((a", "[[1,", "()=>{"}) {
            assertThat(Syntax.of("javascript", "a.js", piece.repeat(20_000))).as(piece)
                    .isEqualTo(new Syntax.Skipped(Sentence.of("check.skip.deep")));
        }
        assertThat(Syntax.of("javascript", "a.js", "[".repeat(500) + "]".repeat(500) + ";\n"))
                .isInstanceOf(Syntax.Parses.class);
    }

    private static Syntax.Skipped skipped(String language) {
        return new Syntax.Skipped(Sentence.of("check.skip.none", "language", language));
    }
}
