package atelier.create.check;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import java.util.List;
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
        assertThat(report.checks()).extracting(Check::detail).contains("10 files looked at", "3 files looked at");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json    | json       | {'a': 1,}                             | is not valid JSON
            a.json    | json       | {} {}                                 | is not valid JSON
            a.yml     | yaml       | a: [1                                 | is not valid YAML
            a.xml     | xml        | <a><b></a>                            | is not valid XML
            a.xml     | xml        | <!DOCTYPE a SYSTEM "file:///x"><a/>   | document type
            a.html    | html       | <html><script src="x.js"></script></html> | refers to `x.js`
            a.html    | html       | <html><body>                          | no closing
            a.css     | css        | a { background: url("img/a.png") }    | refers to `img/a.png`
            a.ts      | typescript | import { a } from "./b";              | refers to `./b`
            p/a.py    | python     | from .b import c                      | refers to `.b`
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
        var xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        assertThat(findings(file("a.xml", "xml", xml))).singleElement().asString().contains("not followed");
    }

    @Test
    void cutOffFilesAndRefusedNamesCount() {
        var report = ProjectChecks.run(List.of(new ExtractedFile("a.py", "python", true, "x")),
                List.of(new SafePath.Refused("../b", "leads out of its folder")));
        assertThat(report.passed("a.py")).isFalse();
        assertThat(report.findings()).hasSize(2);
        assertThat(report.checks()).filteredOn(check -> !check.passed()).hasSize(2);
    }

    @Test
    void placeholdersAreNoSecrets() {
        assertThat(findings(file("a.py", "python", "k = \"sk-your-key-goes-here-please\"\n"))).isEmpty();
    }
}
