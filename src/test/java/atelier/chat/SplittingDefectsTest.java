package atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Defects that bots have shipped when they cut long answers, one test each.
class SplittingDefectsTest {
    private static final Limits DISCORD = limits(2000);

    private static Limits limits(int text) {
        return new Limits(text, Limits.TextUnit.UTF16, 10, 1, 1, false);
    }

    private static List<String> split(String text) {
        return Splitter.split(text, DISCORD);
    }

    @Test
    void aFenceOpenedAgainHasItsRoomWithinTheLimit() {
        for (var length = 1_900; length < 2_100; length++) {
            assertThat(split("```javascript\n" + "x".repeat(length) + "\n```\n" + "y".repeat(2_500)))
                    .allMatch(chunk -> chunk.length() <= 2000);
        }
    }

    @Test
    void aLongInfoStringDoesNotFillEveryMessage() {
        var chunks = split("```" + "info ".repeat(300) + "\n" + "a line of code\n".repeat(500) + "```");

        assertThat(chunks).hasSizeLessThan(8).allMatch(chunk -> chunk.length() <= 2000);
    }

    @Test
    void theMessagesInTheMiddleOfALongFenceAreClosedToo() {
        var chunks = split("Before\n```py\n" + "print('line')\n".repeat(700) + "```\nAfter");

        assertThat(chunks).hasSizeGreaterThan(3)
                .allSatisfy(chunk -> assertThat(chunk.split("```", -1).length % 2).as(chunk).isEqualTo(1));
    }

    @Test
    void noLastMessageHoldsNothingButAFence() {
        for (var lines = 130; lines < 160; lines++) {
            var chunks = split("```py\n" + "print('line')\n".repeat(lines) + "```\n\n");
            assertThat(chunks.getLast()).contains("print");
        }
        assertThat(split("a".repeat(2000) + "\n\n   \n")).hasSize(1);
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (var offset = 0; offset < 4; offset++) {
            assertThat(split("x".repeat(offset) + "😀".repeat(1500)))
                    .allMatch(chunk -> chunk.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        }
    }

    @Test
    void halfACharacterFromTheModelSpoilsNoMessage() {
        assertThat(split("a\uD83D b \uDE00 c")).containsExactly("a\uFFFD b \uFFFD c");
    }

    @Test
    void aTinyLimitIsRefusedInsteadOfNeverEnding() {
        for (var limit = -1; limit < Splitter.SMALLEST_LIMIT; limit++) {
            var tiny = limits(limit);
            assertThatThrownBy(() -> Splitter.split("some text", tiny)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Splitter.split("````\n" + "😀".repeat(50) + "\n````", limits(Splitter.SMALLEST_LIMIT))).isNotEmpty();
    }
}
