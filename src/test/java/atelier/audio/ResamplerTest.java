package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    @ParameterizedTest
    @ValueSource(ints = {100, 997, 10_000, 15_000})
    void toneComesOutAsTheSameTone(int hertz) {
        Sound expected = Tones.sine(hertz, -6, 1, 48_000);
        Sound actual = Resampler.resample(Tones.sine(hertz, -6, 1, 44_100), 48_000, 48_000);
        double error = 0;
        for (int i = 1000; i < 47_000; i++) {
            error = Math.max(error, Math.abs(actual.left()[i] - expected.left()[i]));
        }
        assertThat(Sound.decibels(error)).isLessThan(-65);
    }

    @Test
    void lengthIsWhatIsAskedFor() {
        assertThat(Resampler.resample(Tones.sine(440, -6, 1, 44_100), 48_000, 60_000).frames()).isEqualTo(60_000);
    }
}
