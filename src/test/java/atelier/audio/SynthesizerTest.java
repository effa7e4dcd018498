package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
    // One bar of two seconds.
    private static byte[] bar(Note... notes) {
        return MidiFile.of(new Score("Bar", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 120, 1,
                List.of(new Part("Melody", 0, 0, 127, 64, List.of(notes))), List.of(), List.of()));
    }

    @Test
    void noteSoundsWhenItIsWritten() {
        Sound sound = Synthesizer.render(bar(new Note(960, 480, 69, 110)), 2);
        assertThat(sound.frames()).isEqualTo(96_000);
        assertThat(peak(sound, 0, 47_000)).isLessThan(0.001);
        assertThat(peak(sound, 48_000, 53_000)).isGreaterThan(0.01);
    }

    @Test
    void sameFileGivesTheSameSound() {
        byte[] midi = bar(new Note(0, 960, 60, 100));
        assertThat(Synthesizer.render(midi, 1).left()).isEqualTo(Synthesizer.render(midi, 1).left());
    }

    @Test
    void pitchIsTheOneWritten() {
        Sound sound = Synthesizer.render(bar(new Note(0, 1920, 69, 110)), 2);
        assertThat(energy(sound, 440)).isGreaterThan(20 * energy(sound, 466)).isGreaterThan(20 * energy(sound, 415));
    }

    @Test
    void silenceIsAFailureAndNotAFile() {
        byte[] midi = bar();
        assertThatThrownBy(() -> Synthesizer.render(midi, 2)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("silence");
    }

    private static double peak(Sound sound, int from, int to) {
        double peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(sound.left()[i]));
        }
        return peak;
    }

    private static double energy(Sound sound, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < sound.frames(); i++) {
            double angle = 2 * Math.PI * hertz * i / sound.rate();
            real += sound.left()[i] * Math.cos(angle);
            imaginary += sound.left()[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
