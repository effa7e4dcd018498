package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimiterTest {
    @Test
    void quietToneComesToTheLoudnessAskedFor() {
        Sound mastered = Limiter.master(Tones.sine(440, -30, 5, 48_000), -14, -2);
        assertThat(Loudness.of(mastered).orElseThrow()).isCloseTo(-14, within(0.2));
        assertThat(TruePeak.of(mastered)).isLessThanOrEqualTo(-2);
    }

    @Test
    void burstsStayBelowTheCeilingAndTheRestIsKept() {
        Sound sound = Tones.sine(440, -20, 5, 48_000);
        for (int at = 24_000; at < sound.frames(); at += 24_000) {
            for (int i = 0; i < 480; i++) {
                sound.left()[at + i] *= 9.9f;
                sound.right()[at + i] *= 9.9f;
            }
        }
        Sound mastered = Limiter.master(sound, -14, -2);
        assertThat(TruePeak.of(mastered)).isLessThanOrEqualTo(-2);
        assertThat(Loudness.of(mastered).orElseThrow()).isCloseTo(-14, within(0.3));
        assertThat(mastered.frames()).isEqualTo(sound.frames());
    }

    @Test
    void silenceStaysSilent() {
        assertThat(Limiter.master(Tones.silence(1), -14, -2).level()).isEqualTo(Sound.SILENCE);
    }
}
