package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BriefTest {
    @Test
    void keyMetreTempoAndBarsOfTheFileAreThoseOfTheSentence() {
        var briefs = new Briefs();
        assertThat(IntStream.range(0, 9).mapToObj(briefs::outcome)).allMatch(it -> it.wrong().isEmpty(), "as asked");
    }
}
