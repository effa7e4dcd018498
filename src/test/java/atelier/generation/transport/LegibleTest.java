package atelier.generation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegibleTest {
    static List<Arguments> texts() {
        return List.of(Arguments.of("a\u0000b", "ab"),
                Arguments.of("bell\u0007 and escape\u001b[31m", "bell and escape[31m"),
                Arguments.of("line\n\ttabs\r\nstay", "line\n\ttabs\r\nstay"),
                Arguments.of("a balloon \ud83c\udf88", "a balloon \ud83c\udf88"),
                Arguments.of("half \ud83c", "half \ufffd"), Arguments.of("other half \udf88.", "other half \ufffd."),
                Arguments.of("\ud83c\ud83c\udf88", "\ufffd\ud83c\udf88"),
                Arguments.of("\ud83c\u0000x", "\ufffdx"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void onlyWhatCanBeShownIsLeftHoweverTheTextIsCut(String streamed, String shown) {
        for (int size = 1; size <= streamed.length(); size++) {
            var legible = new Legible();
            var text = new StringBuilder();
            for (int at = 0; at < streamed.length(); at += size) {
                text.append(legible.accept(streamed.substring(at, Math.min(streamed.length(), at + size))));
            }
            text.append(legible.finish());
            assertThat(text.toString()).as("in pieces of %d", size).isEqualTo(shown);
        }
    }
}
