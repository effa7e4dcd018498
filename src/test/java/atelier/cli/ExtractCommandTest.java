package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// What `atelier extract` prints and how it ends.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ExtractCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    private record Ran(int code, String out, String err) {}

    @Test
    void listsFilesAndRefusedNamesForPeople() throws IOException {
        var answer = write("answer.md",
                "Here.\n\n### a.py\n```python\nx = 1\n```\n\n### ../b.py\n```python\ny = 2\n```\n");

        var ran = extract(answer.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("a.py (python, 1 line)", "refused: ../b.py leads out of its folder", "Here.");
    }

    @Test
    void printsALineOfJsonForEachAnswerAndGoesOnAfterABadOne() throws IOException {
        var good = write("good.md", "```python a.py\nx = 1\n```\n");
        var empty = write("empty.md", "");

        var ran = extract("--json", good.toString(), empty.toString(), good.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines()).hasSize(2)
                .allMatch(line -> line.startsWith("{\"files\":[{\"path\":\"a.py\",\"language\":\"python\""));
        assertThat(ran.err()).contains("is empty");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        var binary = folder.resolve("answer.png");
        Files.write(binary, new byte[]{(byte) 0x89, 'P', 0, 1});
        var latin = folder.resolve("latin.md");
        Files.write(latin, new byte[]{'a', (byte) 0xE9, 'b'});

        assertThat(extract(folder.toString()).err()).contains("is a folder");
        assertThat(extract(binary.toString()).err()).contains("is binary");
        assertThat(extract(latin.toString()).err()).contains("not in UTF-8");
        assertThat(extract(folder.resolve("none.md").toString())).matches(ran -> ran.code() == 1)
                .extracting(Ran::err).asString().contains("There is no file");
        assertThat(extract().code()).isEqualTo(2);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran extract(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var oldOut = System.out;
        var oldErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            var all = new String[arguments.length + 1];
            all[0] = "extract";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return new Ran(Cli.run(all), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
