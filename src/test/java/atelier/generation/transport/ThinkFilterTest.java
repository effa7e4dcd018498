package atelier.generation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <think>Hm.</think>Yes.                              | Yes.
            <thinking>Hm < 3 and </b></thinking> Yes.           | Yes.
            First. <think>Hm.</think>Then.                      | First. Then.
            <think>a</think><think>b</think>c                   | c
            <think>never closed                                 | ~~
            The tag `<think>` opens, "<think>" too.             | The tag `<think>` opens, "<think>" too.
            a < b, a <thin line, <thinker>                      | a < b, a <thin line, <thinker>
            x<think>y</think>                                   | x<think>y</think>
            ends with <thi                                      | ends with <thi
            List<think>                                         | List<think>
            """)
    void thinkingIsTakenOutHoweverTheTextIsCut(String streamed, String visible) {
        for (int size = 1; size <= streamed.length(); size++) {
            var filter = new ThinkFilter();
            var shown = new StringBuilder();
            for (int at = 0; at < streamed.length(); at += size) {
                shown.append(filter.accept(streamed.substring(at, Math.min(streamed.length(), at + size))));
            }
            shown.append(filter.finish());
            assertThat(shown.toString()).as("in pieces of %d", size).isEqualTo(visible);
        }
    }
}
