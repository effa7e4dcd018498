package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our loudness against ffmpeg's, on signals that ask for every gate and filter.
class LoudnessProofTest {
    @TempDir
    private Path folder;

    @Test
    void ourNumbersAreThoseOfFfmpeg() throws IOException {
        Programs.need("ffmpeg");
        for (Map.Entry<String, Sound> it : signals().entrySet()) {
            Path file = folder.resolve("signal.wav");
            Files.write(file, WavFile.encode(it.getValue()));
            var theirs = Ebur128.of(file);
            assertThat(Loudness.of(it.getValue()).orElseThrow()).as(it.getKey()).isCloseTo(theirs.lufs(), within(0.1));
            // Near a third of the rate ffmpeg's short filter overshoots by half a decibel.
            assertThat(TruePeak.of(it.getValue())).as(it.getKey()).isCloseTo(theirs.peak(), within(0.6));
        }
    }

    private static Map<String, Sound> signals() {
        Map<String, Sound> signals = new LinkedHashMap<>();
        signals.put("tone", Tones.sine(997, -20, 5, 48_000));
        signals.put("low tone", Tones.sine(50, -10, 5, 48_000));
        signals.put("high tone at 44.1 kHz", Tones.sine(8000, -12, 5, 44_100));
        signals.put("noise", noise(5, 1, _ -> 0.1));
        signals.put("noise on the left only", oneSided(noise(5, 2, _ -> 0.2)));
        signals.put("loud, soft, loud", noise(9, 3, second -> (int) (second / 3) % 2 == 0 ? 0.3 : 0.01));
        signals.put("mostly silent", noise(12, 4, second -> second < 3 ? 0.2 : 0));
        signals.put("swelling", noise(8, 5, second -> 0.02 * Math.exp(second / 3)));
        return signals;
    }

    private static Sound oneSided(Sound sound) {
        return new Sound(sound.rate(), sound.left(), new float[sound.frames()]);
    }

    private static Sound noise(double seconds, int seed, java.util.function.DoubleUnaryOperator amplitude) {
        var random = new Random(seed);
        var sound = new Sound(48_000, new float[(int) (seconds * 48_000)], new float[(int) (seconds * 48_000)]);
        double left = 0;
        double right = 0;
        for (int i = 0; i < sound.frames(); i++) {
            // a little low-passed: nothing near half the rate, where true peaks are a matter of taste
            left += 0.3 * (random.nextGaussian() - left);
            right += 0.3 * (random.nextGaussian() - right);
            double gain = amplitude.applyAsDouble(i / 48_000.0);
            sound.left()[i] = (float) Math.clamp(left * gain, -1, 1);
            sound.right()[i] = (float) Math.clamp(right * gain, -1, 1);
        }
        return sound;
    }
}
