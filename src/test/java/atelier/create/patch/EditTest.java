package atelier.create.patch;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.patch.Edit.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {
    private static List<Edit> edits(String diff) {
        return Edit.in(List.of(diff.split("\n", -1)));
    }

    private static Result applied(String diff, String content) {
        return edits(diff).getFirst().appliedTo(content, new Patience(2_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb\r\nc\r\n", "a\r\nb\r\nc", "a\nb\nc", "a\nb\nc\n"})
    void lineBreaksAndTheLackOfTheLastOneStay(String content) {
        assertThat(applied("@@ -2,2 +2,3 @@\n b\n c\n+d\n", content)).isEqualTo(new Result.Fits(
                content.replace("c", content.contains("\r") ? "c\r\nd" : "c\nd")));
        assertThat(applied("@@ -3 +3 @@\r\n-c\r\n+C\r\n", content))
                .isEqualTo(new Result.Fits(content.replace("c", "C")));
    }

    @Test
    void aForgottenIndentationIsGivenToTheNewLinesToo() {
        assertThat(applied("<<<<<<< SEARCH\nx = 1\nif x:\n    y()\n=======\nx = 1\nif x:\n    z()\n>>>>>>> REPLACE",
                "def f():\n    x = 1\n    if x:\n        y()\n"))
                .isEqualTo(new Result.Fits("def f():\n    x = 1\n    if x:\n        z()\n"));
    }

    @Test
    void theNumbersDecideAmongPlacesThatAreAlike() {
        var content = "x\n".repeat(9);

        assertThat(applied("@@ -3 +3,2 @@\n-x\n+y\n+z\n@@ -7 +8 @@\n-x\n+w\n", content))
                .isEqualTo(new Result.Fits("x\nx\ny\nz\nx\nx\nx\nw\nx\nx\n"));
    }

    @Test
    void linesAreAddedBehindTheLineThatTheNumberNames() {
        assertThat(applied("@@ -2,0 +3 @@\n+new\n", "a\nb\nc\n")).isEqualTo(new Result.Fits("a\nb\nnew\nc\n"));
        assertThat(applied("@@ -90,0 +91 @@\n+new\n", "a\nb\nc\n")).isInstanceOf(Result.Misses.class);
    }

    @Test
    void changesInTheWordsOfOtherToolsAreRead() {
        var edits = edits("""
                *** Begin Patch
                *** Update File: src/a.py
                @@ def f():
                 x = 1
                -y = 2
                +y = 3
                *** Add File: b.py
                +print(1)
                *** Delete File: c.py
                *** End Patch
                """);

        assertThat(edits).extracting(Edit::path).containsExactly("src/a.py", "b.py", "c.py");
        assertThat(edits).extracting(Edit::kind).containsExactly(Edit.Kind.CHANGED, Edit.Kind.CREATED,
                Edit.Kind.REMOVED);
        assertThat(edits.get(1).created()).isEqualTo("print(1)\n");
        assertThat(edits.getFirst().appliedTo("x = 1\ny = 2\n", new Patience(1_000)))
                .isEqualTo(new Result.Fits("x = 1\ny = 3\n"));
    }

    @Test
    void linesThatLookLikeHeadsAreLinesWithinAChange() {
        assertThat(applied("--- a/q.sql\n+++ b/q.sql\n@@ -1,2 +1,2 @@\n--- old words here\n+++ i, j\n q\n",
                "-- old words here\nq\n")).isEqualTo(new Result.Fits("++ i, j\nq\n"));
    }

    @Test
    void whatIsThereAlreadyIsKnown() {
        var edit = edits("@@ -1 +1 @@\n-a\n+b\n").getFirst();

        assertThat(edit.isDoneIn("b\n", new Patience(100))).isTrue();
        assertThat(edit.isDoneIn("c\n", new Patience(100))).isFalse();
        assertThat(edit.appliedTo("b\n", new Patience(100))).isInstanceOf(Result.Misses.class);
    }

    @Test
    void changesWithoutEndAreGivenUpInTime() {
        var places = "@@\n-x\n+y\n".repeat(100_000);
        var block = "@@\n" + "-x\n".repeat(50_000) + "-z\n+y\n";
        var wide = "@@\n-" + "x".repeat(400_000) + "y\n+z\n";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(applied(places, "x\n".repeat(200_000))).isInstanceOf(Result.Misses.class);
            assertThat(applied(block, "x\n".repeat(200_000))).isInstanceOf(Result.Misses.class);
            assertThat(applied(wide, ("x".repeat(400_000) + "\n").repeat(20))).isInstanceOf(Result.Misses.class);
            assertThat(edits("<<<<<<< SEARCH\n".repeat(100_000))).isEmpty();
            assertThat(applied("@@\n" + unlike(50_000, "-"), unlike(50_000, ""))).isInstanceOf(Result.Misses.class);
        });
    }

    /// Lines that are all different; with a sign before them, in another order.
    private static String unlike(int lines, String sign) {
        return IntStream.range(0, lines).mapToObj(i -> sign + "line " + (sign.isEmpty() ? i : lines - 1 - i))
                .collect(Collectors.joining("\n"));
    }

    /// What a program made, without the numbers and with other spaces at the ends of lines.
    @Test
    void anyDiffAProgramMakesIsApplied() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var before = random(random, round);
            var after = before.lines().map(line -> random.nextInt(8) == 0 ? "changed " + random.nextInt(1_000) : line)
                    .collect(Collectors.joining("\n", "", "\n"));
            var files = Map.of("f.txt", before);
            Patch.between(files, Map.of("f.txt", after)).ifPresent(patch -> assertThat(
                    applied(patch.text(), before)).isEqualTo(new Result.Fits(after)));
        }
    }

    private static String random(Random random, int round) {
        return IntStream.range(0, 1 + random.nextInt(40)).mapToObj(i -> "line " + i + " of " + round)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
