package atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/// What holds of any document however it is cut; `-Dsplitting.documents=100000` tries so many.
class SplitterPropertyTest {
    private static final int DOCUMENTS = Integer.getInteger("splitting.documents", 3_000);
    /// Chats know no HTML.
    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class,
            IndentedCodeBlock.class, ThematicBreak.class, ListBlock.class, BlockQuote.class)).build();

    @Test
    void everyDocumentIsCutIntoMessagesThatFitReadWellAndLoseNothing() {
        var began = System.nanoTime();
        var characters = 0L;
        var messages = 0L;
        for (var seed = 0; seed < DOCUMENTS; seed++) {
            var random = new Random(seed);
            var document = MarkdownDocuments.any(random);
            characters += document.length();
            for (var limit : List.of(4096, 2000, 64 + random.nextInt(400))) {
                messages += check(seed, document, limit);
            }
        }
        if (DOCUMENTS > 10_000) {
            System.out.printf("%d documents, %d characters, %d messages, 0 wrong, %.0f s%n", DOCUMENTS, characters,
                    messages, (System.nanoTime() - began) / 1e9);
        }
    }

    private static int check(int seed, String document, int limit) {
        var limits = new Limits(limit, Limits.TextUnit.UTF16, 10, 1, 1, false);
        var chunks = Splitter.split(document, limits);
        for (var chunk : chunks) {
            assertThat(chunk.length()).as("UTF-16, seed %d, limit %d", seed, limit).isLessThanOrEqualTo(limit);
            assertThat(chunk.codePointCount(0, chunk.length())).isLessThanOrEqualTo(limit);
            assertThat(isWellFormed(chunk)).as("well-formed, seed %d, limit %d", seed, limit).isTrue();
            assertThat(bare(chunk)).as("content, seed %d, limit %d: [%s]", seed, limit, chunk).isNotEmpty();
            assertThat(isUnclosed(chunk)).as("fences, seed %d, limit %d: %s", seed, limit, excerpt(chunk)).isFalse();
        }
        var kept = chunks.stream().map(SplitterPropertyTest::bare).collect(Collectors.joining());
        assertThat(kept.equals(bare(Fence.shortened(whole(document), limit))))
                .as("text, seed %d, limit %d", seed, limit)
                .isTrue();
        assertThat(chunks.size()).as("messages, seed %d, limit %d", seed, limit)
                .isLessThanOrEqualTo(8 + 12 * document.length() / limit + 2 * Fence.in(document).size());
        return chunks.size();
    }

    /// The lines that matter.
    private static String excerpt(String chunk) {
        return chunk.lines().filter(line -> line.contains("```") || line.contains("~~~") || line.startsWith("    "))
                .map(line -> line.length() < 60 ? line : line.substring(0, 60) + "…").collect(Collectors.joining("\n"));
    }

    private static String whole(String document) {
        var lines = document.replace("\r\n", "\n").replace('\r', '\n');
        return lines.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isUnclosed(String chunk) {
        var open = new boolean[1];
        PARSER.parse(chunk).accept(new AbstractVisitor() {
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

    private static String bare(String text) {
        return Fence.unfenced(text).codePoints().filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
