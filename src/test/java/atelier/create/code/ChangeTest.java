package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.ExtractedFile;
import atelier.create.Workbench.Work;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class ChangeTest {
    private static final String MAIN = "import greet\n\nfor name in names:\n    greet.hello(name)\n";

    private final Work work = new Work("a greeting", 1, List.of(file("main.py", MAIN),
            file("greet.py", "def hello(name):\n    print(name)\n"),
            new Artifact("logo.png", "image/png", new byte[3])));

    @Test
    void whatIsNotNamedStaysAndWhatIsNewComesLast() {
        var next = Change.onto(work, answer("", code("greet.py", "changed"), code("test_greet.py", "new")));

        assertThat(next.files()).extracting(ExtractedFile::path)
                .containsExactly("main.py", "greet.py", "test_greet.py");
        assertThat(next.files()).extracting(ExtractedFile::content).containsExactly(MAIN, "changed", "new");
        assertThat(Change.others(work)).extracting(Artifact::path).containsExactly("logo.png");
    }

    @Test
    void aFileGoesWhenTheModelSaysSo() {
        assertThat(Change.onto(work, answer("No need for it.\n- REMOVE `greet.py`\n")).files())
                .extracting(ExtractedFile::path).containsExactly("main.py");
        assertThat(Change.onto(work, answer("REMOVE ../../etc/passwd\nREMOVE main.py\n")).files())
                .extracting(ExtractedFile::path).containsExactly("greet.py");
    }

    @Test
    void aLoneFileUnderAnotherNameThatKeepsMostOfAnOldOneIsThatOne() {
        var next = Change.onto(work, answer("", code("app.py", MAIN + "print('done')\n")));

        assertThat(next.files()).extracting(ExtractedFile::path).containsExactly("main.py", "greet.py");
        assertThat(next.files().getFirst().content()).contains("done");
        assertThat(Change.onto(work, answer("", code("app.py", "something else entirely\n"))).files()).hasSize(3);
    }

    @Test
    void theSameAgainIsNoVersion() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Change.onto(work, answer("Done!", code("main.py", MAIN))))
                .withMessageContaining("unchanged");
    }

    @Test
    void aFileTheModelSawInPartIsNotReplacedByThatPart() {
        var half = code("main.py", MAIN.substring(0, MAIN.length() / 2));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Change.onto(work, answer("", half), Set.of("main.py")))
                .withMessageContaining("`main.py` is longer than the model takes").withMessageContaining("/model");
        assertThat(Change.onto(work, answer("", half), Set.of("greet.py")).files().getFirst().content())
                .isEqualTo(half.content());
        assertThat(Change.onto(work, answer("", code("main.py", MAIN + "#")), Set.of("main.py")).files()).hasSize(2);
    }

    @Test
    void aDiffMayShortenAFileTheModelSawInPart() {
        var answer = FileExtractor.extract("""
                ```diff
                --- a/main.py
                +++ b/main.py
                @@ -1,4 +1,1 @@
                 import greet
                -
                -for name in names:
                -    greet.hello(name)
                ```
                """, Change.files(work));

        assertThat(Change.onto(work, answer, Set.of("main.py")).files().getFirst().content())
                .isEqualTo("import greet\n");
    }

    @Test
    void aLoneFileRenamedByADiffIsNotLost() {
        var answer = FileExtractor.extract("""
                ```diff
                diff --git a/main.py b/start.py
                rename from main.py
                rename to start.py
                ```
                """, Change.files(work));

        assertThat(Change.onto(work, answer).files()).extracting(ExtractedFile::path)
                .containsExactly("greet.py", "start.py");
    }

    @Test
    void aFileAnnouncedAsNewIsNotTakenForAChangeOfTheOldOne() {
        var answer = FileExtractor.extract("```diff\n--- /dev/null\n+++ b/main.py\n@@ -0,0 +1 @@\n+import greet\n```\n",
                Change.files(work));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Change.onto(work, answer, Set.of("main.py")));
        assertThat(Change.onto(work, answer).files().getFirst().content()).isEqualTo("import greet\n");
    }

    @Test
    void hugeChangesOfManyFilesEndInTime() {
        var same = "--- a/main.py\n+++ b/main.py\n@@ -1 +1 @@\n-import greet\n+import greet\n";
        var diffs = new StringBuilder("```diff\n");
        for (int i = 0; i < 100_000; i++) {
            diffs.append("--- a/f").append(i).append(".py\n+++ b/f").append(i).append(".py\n@@ -1 +1 @@\n-x\n+y\n");
        }
        var answer = diffs + same + "```\n";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(
                FileExtractor.extract(answer, Change.files(work)).edits().misfits()).hasSize(FileSet.MOST));
    }

    @Test
    void namesThatAnArchiveCannotHoldBesideEachOtherAreMadeFit() {
        var next = Change.onto(work, answer("", code("Greet.PY", "loud"), code("LOGO.png", "text"),
                code("main.py/util.py", "new")));

        assertThat(next.files()).extracting(ExtractedFile::path).containsExactly("main.py", "greet.py", "LOGO_2.png",
                "main.py_2/util.py");
        assertThat(next.files().get(1).content()).isEqualTo("loud");
    }

    private static Extraction answer(String explanation, ExtractedFile... files) {
        return new Extraction(List.of(files), List.of(), explanation);
    }

    private static ExtractedFile code(String path, String content) {
        return new ExtractedFile(path, "python", false, content);
    }

    private static Artifact file(String path, String text) {
        return new Artifact(path, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
