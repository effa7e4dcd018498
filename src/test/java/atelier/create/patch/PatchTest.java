package atelier.create.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
    @TempDir
    Path folder;

    /// `git apply` gives what the patch promises; where git is not installed, only our own proof counts.
    private void gitApplies(Map<String, String> before, Patch patch) throws Exception {
        var work = Files.createTempDirectory(folder, "work");
        for (var file : before.entrySet()) {
            var path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(work.resolve("x.patch"), patch.text());
        Process git;
        try {
            git = new ProcessBuilder("git", "apply", "--whitespace=nowarn", "x.patch").directory(work.toFile())
                    .redirectErrorStream(true).start();
        } catch (IOException _) {
            return;
        }
        var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said + "\n" + patch.text()).isZero();
        for (var file : patch.after().entrySet()) {
            assertThat(Files.readString(work.resolve(file.getKey()))).isEqualTo(file.getValue());
        }
    }

    @Test
    void diffWithWrongNumbersAndForgottenSpacesFindsItsPlace() throws Exception {
        var before = Map.of("a.py", "import os\n\ndef f():\n    x = 1\n    return x\n\ndef g():\n    return 2\n");
        var patch = Patch.of(before, Map.of(), """
                --- a.py
                +++ a.py
                @@ -40,3 +99,9 @@
                def f():
                -  x = 1
                +    x = 2
                     return x
                """).orElseThrow();
        assertThat(patch.after().get("a.py")).contains("    x = 2\n    return x\n\ndef g()");
        gitApplies(before, patch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\nc", "a\r\nb\r\nc\r\n", "a\r\nb\r\nc", "a\nb\nc\n"})
    void lineBreaksAndTheLackOfTheLastOneStay(String content) throws Exception {
        var before = Map.of("dir/my file.txt", content);
        var patch = Patch.of(before, Map.of("my file.txt", "a\nB\nc\n"), "").orElseThrow();
        assertThat(patch.after()).containsEntry("dir/my file.txt", content.replace("b", "B"));
        gitApplies(before, patch);
        var diffed = Patch.of(before, Map.of(), "@@ -1,3 +1,3 @@\n a\n-b\n+B\n+B2\n c\n").orElseThrow();
        gitApplies(before, diffed);
    }

    @Test
    void severalFilesAndAnEmptiedOneApply() throws Exception {
        var before = Map.of("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "b.txt", "x\n", "c.txt", "-- old comment\nq\n");
        var patch = Patch.between(before, Map.of("a.txt", "1\n2\nthree\n4\n5\n6\n7\n8\n9\nten\n", "b.txt", "", "c.txt",
                "++ new\nq", "new/d.txt", "fresh\n")).orElseThrow();
        gitApplies(before, patch);
    }

    @Test
    void whatFindsNoPlaceIsNoPatch() {
        var before = Map.of("a.py", "x = 1\n", "b.py", "y = 1\n");
        assertThat(Patch.of(before, Map.of(), "--- a.py\n+++ a.py\n@@ -1 +1 @@\n-z = 1\n+z = 2\n")).isEmpty();
        assertThat(Patch.of(before, Map.of(), "--- q.py\n+++ q.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n")).isEmpty();
        assertThat(Patch.of(before, Map.of("a.py", "x = 1\n"), "")).isEmpty();
        assertThat(Patch.of(before, Map.of(), "no diff at all")).isEmpty();
    }

    @Test
    void aPatchThatDoesNotFitIsNotApplied() {
        assertThat(Patch.applied("a\nb\n", "@@ -1,2 +1,2 @@\n a\n-c\n+d\n")).isEmpty();
        assertThat(Patch.applied("a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n+d\n")).contains("a\nd\n");
    }

    @Test
    void randomChangesAlwaysApply() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 25; round++) {
            var before = Map.of("f.txt", random(random));
            var after = Map.of("f.txt", random(random));
            var patch = Patch.between(before, after);
            if (!before.equals(after)) {
                gitApplies(before, patch.orElseThrow());
            }
        }
    }

    private static String random(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append("line ").append(random.nextInt(4)).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        return random.nextBoolean() ? text.toString() : text + "end";
    }

    /// The least difference of such texts would take more memory than there is.
    @Test
    void longTextsWithoutALineInCommonAreReplacedAsAWhole() throws Exception {
        var old = new StringBuilder("first\n");
        var now = new StringBuilder("first\n");
        for (int i = 0; i < 60_000; i++) {
            old.append("a").append(i).append('\n');
            now.append("b").append(i).append('\n');
        }
        old.append("last\n");
        now.append("last\n");
        var before = Map.of("a.txt", old.toString());
        var patch = Patch.between(before, Map.of("a.txt", now.toString())).orElseThrow();

        assertThat(patch.text()).contains("\n first\n-a0\n", "-a59999\n+b0\n", "+b59999\n last\n");
        gitApplies(before, patch);
    }

    /// Each of these places could be anywhere: a model in a loop would keep a worker busy for hours.
    @Test
    void aDiffOfCountlessPlacesInALongFileIsGivenUp() {
        var before = Map.of("a.txt", "x\n".repeat(200_000));

        assertThat(Patch.of(before, Map.of(), "--- a/a.txt\n+++ b/a.txt\n" + "@@\n-x\n+y\n".repeat(200_000))).isEmpty();
        assertThat(Patch.of(before, Map.of(), "--- a/a.txt\n+++ b/a.txt\n" + "@@\n-x\n+y\n".repeat(50))).isPresent();
    }
}
