package atelier.create.check;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.language.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectChecksTest {
    private static ExtractedFile file(String path, String language, String content) {
        return new ExtractedFile(path, language, false, content);
    }

    private static List<String> findings(ExtractedFile... files) {
        return ProjectChecks.run(List.of(files), List.of()).findings().stream()
                .map(finding -> finding.check() + ": " + finding.path() + " " + finding.problem()).toList();
    }

    @Test
    void aSoundProjectPassesWithEvidence() {
        var report = ProjectChecks.run(List.of(
                file("index.html", "html",
                        "<html><link href='style.css'><script src='./js/app.js?v=1'></script></html>"),
                file("style.css", "css", "body { background: url(data:image/png;base64,AA) }"),
                file("js/app.js", "javascript", "import { a } from './lib.js'; import x from 'react';"),
                file("js/lib.js", "javascript", "export const a = 1;"), file("p.json", "json", "{\"a\": [1]}"),
                file("c.yml", "yaml", "a: 1\n---\nb: [1, 2]\n"), file("d.xml", "xml", "<a><b/></a>"),
                file("pkg/__init__.py", "python", ""), file("pkg/m.py", "python", "from .n import f\nimport os\n"),
                file("pkg/n.py", "python", "def f(): pass\n")), List.of());
        assertThat(report.findings()).isEmpty();
        assertThat(report.checks()).extracting(Check::detail).contains("10 files looked at")
                .anyMatch(detail -> detail.startsWith("9 files looked at"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json    | json       | {'a': 1,}                             | is not valid JSON
            a.json    | json       | {} {}                                 | is not valid JSON
            a.yml     | yaml       | a: [1                                 | is not valid YAML
            a.xml     | xml        | <a><b></a>                            | is not valid XML
            a.html    | html       | <html><script src="x.js"></script></html> | refers to `x.js`
            a.html    | html       | <html><body>                          | no closing
            a.html    | html       | <div><span>x</div>                    | line 1: "<span>" is never closed
            a.html    | html       | <p>x</p></div>                        | line 1: unexpected "</div>"
            a.html    | html       | <script>let a = (1;</script>          | in <script>
            a.html    | html       | <style>a { b: c</style>               | "{" is never closed in <style>
            a.css     | css        | a { b: c; } }                         | line 1: unexpected "}"
            a.css     | css        | a { background: url("img/a.png") }    | refers to `img/a.png`
            a.ts      | typescript | import { a } from "./b";              | refers to `./b`
            p/a.py    | python     | from .b import c                      | refers to `.b`
            p/a.py    | python     | from p.b import c                     | refers to `p.b`
            a.rs      | rust       | mod gone;                             | refers to `gone`
            src/a.c   | c          | #include "../gone.h"                  | refers to `../gone.h`
            a.py      | python     | # ... rest of the code here           | leaves code out
            a.py      | python     | ''                                    | is empty
            a.py      | python     | k = "AIzaSyA0987654321zyxwvutsrqponmlkjihgfe" | a Google key
            a.py      | python     | k = "sk-proj-Qm3vR8tYw2ZkLp9NsX4u"    | a key for OpenAI
            """)
    void whatIsWrongIsFoundWithItsReason(String path, String language, String content, String problem) {
        assertThat(findings(file(path, language, content))).singleElement().asString().contains(path, problem);
    }

    @Test
    void externalEntitiesAreNotRead() {
        var hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///nowhere/at/all\">]><a>&x;</a>";
        var laughs = "<!DOCTYPE a [<!ENTITY l \"ha\">" + IntStream.range(0, 30).mapToObj(i -> "<!ENTITY l" + i + " \""
                + ("&l" + (i == 0 ? "" : i - 1) + ";").repeat(10) + "\">").collect(Collectors.joining())
                + "]><a>&l29;</a>";
        assertThat(findings(file("a.xml", "xml", hostile))).isEmpty();
        assertThat(findings(file("a.xml", "xml", laughs))).singleElement().asString().contains("not valid XML");
    }

    @Test
    void modulesOfTheProjectAreFoundAndLibrariesNotMissed() {
        assertThat(findings(file("a/b/X.java", "java", """
                package a.b;
                import a.b.Gone;
                import java.util.List;
                import org.junit.Test;
                import static a.b.Y.of;
                class X {}
                """), file("a/b/Y.java", "java", "package a.b; public class Y { static void of() {} }")))
                .singleElement().asString().contains("`a.b.Gone`");
        assertThat(findings(file("go.mod", "text", "module x.org/app"), file("main.go", "go", """
                package main

                import (
                \t"fmt"
                \t"x.org/app/gone"
                \t"x.org/app/sub"
                )

                func main() { fmt.Println(sub.A, gone.B) }
                """), file("sub/a.go", "go", "package sub"))).singleElement().asString().contains("x.org/app/gone");
        assertThat(findings(file("src/main.c", "c",
                "#include <stdio.h>\n#include \"SDL2/SDL.h\"\n#include \"a.h\"\nint main(void) { return 0; }\n"),
                file("src/a.h", "c", "int a(void);\n"))).isEmpty();
        assertThat(findings(file("app/__init__.py", "python", ""), file("app/db.py", "python", "import sqlite3\n"),
                file("tests/test_db.py", "python",
                        "import numpy as np\nfrom app import db, gone\nfrom app.db import x\n")))
                .singleElement().asString().contains("`app.gone`");
    }

    @Test
    void aPageThatMustStandAloneFetchesNothing() {
        var page = file("index.html", "html", """
                <html><a href='https://example.org'>x</a><svg xmlns='http://www.w3.org/2000/svg'></svg>
                <script>const s = 'https://example.org/only-text';</script>
                <script src='https://cdn.example.org/p.js'></script></html>
                """);
        assertThat(ProjectChecks.run(List.of(page), List.of(), Promise.SELF_CONTAINED).findings()).singleElement()
                .extracting(Finding::problem).asString().startsWith("line 3: fetches `https://cdn.example.org/p.js`");
        assertThat(ProjectChecks.run(List.of(page), List.of()).findings()).isEmpty();
    }

    @Test
    void cutOffFilesAndRefusedNamesCount() {
        var report = ProjectChecks.run(List.of(new ExtractedFile("a.py", "python", true, "x")),
                List.of(new SafePath.Refused("../b", Sentence.of("check.path.out"))));
        assertThat(report.passed("a.py")).isFalse();
        assertThat(report.findings()).hasSize(2);
        assertThat(report.checks()).filteredOn(check -> !check.passed()).hasSize(2);
    }

    @Test
    void placeholdersAreNoSecrets() {
        assertThat(findings(file("a.py", "python", "k = \"sk-your-key-goes-here-please\"\n"))).isEmpty();
    }
}
