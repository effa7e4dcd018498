package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void sineAtMinus23IsMinus23Lufs(int rate) {
        // EBU Tech 3341, case 1, at 997 Hz as BS.1770 calibrates: peak level in stereo is the loudness.
        assertThat(Loudness.of(Tones.sine(997, -23, 20, rate)).orElseThrow()).isCloseTo(-23, within(0.1));
    }

    @Test
    void quietHalfDoesNotPullTheLoudnessDown() {
        Sound loud = Tones.sine(997, -20, 10, 48_000);
        var samples = new float[2 * loud.frames()];
        System.arraycopy(loud.left(), 0, samples, 0, loud.frames());
        assertThat(Loudness.of(new Sound(48_000, samples, samples)).orElseThrow()).isCloseTo(-20, within(0.3));
    }

    @Test
    void lowNotesCountLess() {
        double low = Loudness.of(Tones.sine(30, -20, 5, 48_000)).orElseThrow();
        double high = Loudness.of(Tones.sine(4000, -20, 5, 48_000)).orElseThrow();
        assertThat(low).isLessThan(-24);
        assertThat(high).isCloseTo(-20 + 3.3, within(0.4));
    }

    @Test
    void silenceAndScrapsHaveNoLoudness() {
        assertThat(Loudness.of(Tones.silence(2))).isEmpty();
        assertThat(Loudness.of(Tones.sine(997, -20, 0.3, 48_000))).isEmpty();
    }

    @Test
    void peakBetweenSamplesIsSeen() {
        var samples = new float[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(Math.PI / 2 * i + Math.PI / 4);
        }
        var sound = new Sound(48_000, samples, samples).fadedOut(0.2);
        assertThat(Sound.decibels(samples[0])).isCloseTo(-3.01, within(0.01));
        // The tone begins with a jump, which rings a little above full scale.
        assertThat(TruePeak.of(sound)).isBetween(-0.1, 1.5);
    }
}
