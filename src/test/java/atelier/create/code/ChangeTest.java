package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.ExtractedFile;
import atelier.create.Workbench.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
