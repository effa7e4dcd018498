package atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final List<String> PIECES = List.of("word", " ", " ", "\n", "\n\n", "A sentence. ", "😀", "e\u0301",
            "👩‍👩‍👧‍👦", "verylongwordwithoutanyspaceinitatall", "`code`", "**bold**", "漢字かな混じり文。", "- item\n",
            "    ",
            "```inline``` x", "\t", "Ж", "\r\n");
    private static final List<String> FENCES = List.of("```java\n", "````\n", "~~~ python title=\"x\"\n", "```\n",
            "```" + "verylonginfo".repeat(30) + "\n", "```kotlin " + "and more ".repeat(40) + "\n");

    @Test
    void everyChunkOfAnyDocumentFitsIsBalancedAndKeepsTheText() {
        for (var seed = 0; seed < 5000; seed++) {
            var random = new Random(seed);
            var document = document(random);
            var unit = random.nextBoolean() ? Limits.TextUnit.UTF16 : Limits.TextUnit.CODE_POINT;
            var limits = limits(16 + random.nextInt(random.nextBoolean() ? 40 : 400), unit);

            var chunks = Splitter.split(document, limits);

            for (var chunk : chunks) {
                assertThat(limits.lengthOf(chunk)).as("seed %d: %s", seed, chunk).isLessThanOrEqualTo(limits.text());
                assertThat(bare(chunk)).as("seed %d: [%s]", seed, chunk).isNotEmpty();
                assertThat(unclosed(chunk)).as("seed %d: %s", seed, chunk).isFalse();
                assertThat(isWellFormed(chunk)).as("seed %d", seed).isTrue();
            }
            assertThat(chunks.stream().map(SplitterTest::bare).collect(Collectors.joining()))
                    .as("seed %d, limit %d", seed, limits.text())
                    .isEqualTo(bare(Fence.shortened(document.replace("\r\n", "\n"), limits.text())));
        }
    }

    @Test
    void aTextThatFitsStaysAsItIs() {
        assertThat(Splitter.split("Hello\n\n  there", limits(100, Limits.TextUnit.UTF16)))
                .containsExactly("Hello\n\n  there");
    }

    @Test
    void nothingToSayMakesNoMessage() {
        assertThat(Splitter.split(" \n\n ", limits(100, Limits.TextUnit.UTF16))).isEmpty();
        assertThat(Splitter.split("```\n```", limits(100, Limits.TextUnit.UTF16))).isEmpty();
    }

    @Test
    void paragraphsAreKeptWhole() {
        assertThat(Splitter.split("one two three\n\nfour five six", limits(20, Limits.TextUnit.UTF16)))
                .containsExactly("one two three", "four five six");
    }

    @Test
    void aSentenceIsBetterThanAWord() {
        assertThat(Splitter.split("It is done now. And then some more", limits(24, Limits.TextUnit.UTF16)))
                .containsExactly("It is done now.", "And then some more");
    }

    @Test
    void aCutFenceOpensAgainWithItsLanguage() {
        var chunks = Splitter.split("```java\nint a = 1;\nint b = 2;\nint c = 3;\n```\nDone.",
                limits(40, Limits.TextUnit.UTF16));

        assertThat(chunks.getFirst()).isEqualTo("```java\nint a = 1;\nint b = 2;\n```");
        assertThat(chunks.get(1)).startsWith("```java\nint c = 3;\n```");
        assertThat(chunks.getLast()).endsWith("Done.");
    }

    @Test
    void indentationInsideACutFenceSurvives() {
        var chunks = Splitter.split("```python\ndef a():\n    if True:\n        return 1\n    return 2\n```",
                limits(36, Limits.TextUnit.UTF16));

        assertThat(String.join("\n", chunks)).contains("\n        return 1").contains("\n    return 2");
    }

    @Test
    void aLongInfoStringIsNotRepeatedOnEveryChunk() {
        var chunks = Splitter.split("```" + "x".repeat(300) + "\n" + "code line\n".repeat(100) + "```",
                limits(100, Limits.TextUnit.UTF16));

        assertThat(chunks).allMatch(chunk -> chunk.length() <= 100).hasSizeLessThan(25);
    }

    @Test
    void aFenceLeftOpenByTheModelIsClosed() {
        assertThat(Splitter.split("```js\nlet a", limits(100, Limits.TextUnit.UTF16)))
                .containsExactly("```js\nlet a\n```");
    }

    @Test
    void aFenceInsideAListClosesWhereItIsCut() {
        var chunks = Splitter.split("1. Do this:\n\n    ```sh\n    " + "echo one\n    ".repeat(20) + "```\n\nNext",
                limits(80, Limits.TextUnit.UTF16));

        assertThat(chunks.subList(1, chunks.size())).noneMatch(SplitterTest::unclosed);
        assertThat(chunks.get(1)).startsWith("```sh\necho one");
    }

    @Test
    void familiesAndAccentsStayTogether() {
        var family = "👩‍👩‍👧‍👦";
        var chunks = Splitter.split(family.repeat(30), limits(40, Limits.TextUnit.UTF16));

        assertThat(chunks).allMatch(chunk -> chunk.length() % family.length() == 0);
    }

    @Test
    void limitsTooSmallForAFenceAreRefused() {
        assertThatThrownBy(() -> Splitter.split("text", limits(15, Limits.TextUnit.UTF16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String document(Random random) {
        var text = new StringBuilder();
        for (var part = random.nextInt(6); part >= 0; part--) {
            prose(text, random, random.nextInt(60));
            if (random.nextInt(3) == 0) {
                var opening = FENCES.get(random.nextInt(FENCES.size()));
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n").append(opening);
                for (var line = random.nextInt(20); line > 0; line--) {
                    text.append("  ".repeat(random.nextInt(4))).append("call(argument").append(line).append(");\n");
                }
                text.append(random.nextInt(8) == 0 ? "" : opening.replaceAll("[^`~]", "") + "\n");
            }
        }
        return text.toString();
    }

    private static void prose(StringBuilder text, Random random, int pieces) {
        for (var piece = 0; piece < pieces; piece++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    private static boolean unclosed(String chunk) {
        var open = new boolean[1];
        Parser.builder().build().parse(chunk).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                open[0] |= block.getClosingFenceLength() == null;
            }
        });
        return open[0];
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// The text without fence lines and white space: what must survive.
    private static String bare(String text) {
        return Fence.unfenced(text).replaceAll("\\s", "");
    }

    private static Limits limits(int text, Limits.TextUnit unit) {
        return new Limits(text, unit, 10, 1, 1, false);
    }
}
