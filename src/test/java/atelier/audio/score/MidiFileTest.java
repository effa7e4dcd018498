package atelier.audio.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MidiFileTest {
    private static final Key C = new Key(0, Scale.MAJOR);

    private static Score score(Metre metre, int tempo, int bars, Note... notes) {
        return new Score("Étude", C, metre, tempo, bars, List.of(new Part("Melody", 0, 73, 100, 64, List.of(notes))),
                List.of(), List.of(new Score.Mark(0, "A")));
    }

    @Test
    void notesComeBackAsWritten() {
        var notes = new Note[]{new Note(0, 480, 60, 90), new Note(480, 240, 60, 80), new Note(960, 960, 127, 127),
                new Note(200_000, 1, 0, 1)};
        var read = MidiReading.of(MidiFile.of(score(Metre.FOUR_FOUR, 120, 128, notes)));
        assertThat(read.melody()).containsExactly(notes);
        assertThat(read.type()).isEqualTo(1);
        assertThat(read.trackNames()).containsExactly("Étude", "Melody");
        assertThat(read.markers()).containsExactly("A");
        assertThat(read.ticks()).isEqualTo(128 * 1920);
    }

    @Test
    void tempoCountsTheDottedCrotchetInSixEight() {
        Score score = score(Metre.SIX_EIGHT, 60, 4, new Note(0, 480, 60, 90));
        assertThat(MidiReading.of(MidiFile.of(score)).tempo()).isEqualTo(666_667);
        assertThat(score.seconds()).isCloseTo(8, within(0.0001));
    }

    @Test
    void noteBeyondTheLastBarIsRefused() {
        assertThatThrownBy(() -> score(Metre.FOUR_FOUR, 120, 1, new Note(1900, 40, 60, 90)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Melody");
    }
}
