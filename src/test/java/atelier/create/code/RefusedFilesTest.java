package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Sentence;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not taken, and the words in which that is said.
class RefusedFilesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"../a.py | leads out of its folder", "/etc/a.py | is an absolute path",
            "C:\\\\a.py | names a drive", "aux.py | is a name reserved by Windows",
            "a/.git/config | reaches into the version control's own folder",
            "a\u202Egpj.py | has characters that are not allowed in file names",
            "logo.png | is a binary kind of file, which cannot be written as text"})
    void unsafeNamesAreRefusedWithAReason(String path, String reason) {
        var found = FileExtractor
                .extract("{\"files\":[{\"path\":\"" + path
                        + "\",\"content\":\"x\"},{\"path\":\"b.py\",\"content\":\"y\"}]}");

        assertThat(found.files()).singleElement().matches(file -> file.path().equals("b.py"));
        assertThat(found.rejected()).singleElement().matches(one -> one.reason().equals(reason), reason);
    }

    @Test
    void aBinaryCalledSourceIsNoSource() {
        var bytes = new byte[600];
        new Random(3).nextBytes(bytes);
        var base64 = Base64.getEncoder().encodeToString(bytes);

        var zeros = FileExtractor.extract("### a.py\n```python\nMZ\u0000\u0000\u0001\n```");
        var encoded = FileExtractor.extract("### a.py\n```python\n" + base64 + "\n```");

        assertThat(zeros.rejected())
                .containsExactly(new Extraction.Rejected("a.py", Sentence.of("check.text.binary")));
        assertThat(encoded.rejected())
                .containsExactly(new Extraction.Rejected("a.py", Sentence.of("check.text.base64")));
    }

    @Test
    void namesThatDifferOnlyInCaseDoNotOverwriteEachOther() {
        var found = FileExtractor.extract("### Util.py\n```python\nx = 1\n```\n### util.py\n```python\ny = 2\n```\n");

        assertThat(found.files()).extracting(file -> file.path() + ":" + file.content().strip())
                .containsExactly("Util.py:x = 1", "util_2.py:y = 2");
    }

    @Test
    void twoMegabytesAreReadWhole() {
        var lines = "value = compute(1)\n".repeat(110_000);

        var found = FileExtractor.extract("Here:\n\n### a.py\n```python\n" + lines + "```\nDone.");

        assertThat(found.files()).singleElement().matches(file -> file.content().equals(lines));
        assertThat(found.explanation()).isEqualTo("Here:\n\nDone.");
    }

    @Test
    void anEmptyBlockOfCommandsIsNothing() {
        assertThat(FileExtractor.extract("```bash\n```\n").files()).isEmpty();
    }

    @Test
    void aRefusalIsProse() {
        var found = FileExtractor.extract("I'm sorry, but I can't help with that.");

        assertThat(found.files()).isEmpty();
        assertThat(found.explanation()).isEqualTo("I'm sorry, but I can't help with that.");
    }
}
