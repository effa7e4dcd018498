package atelier.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Plays a MIDI file into memory with the synthesizer of the JDK and its generated sound bank: no device, no file and no
/// flag needed. The same bytes always give the same sound on the same JDK.
public final class Synthesizer {
    /// Frames a second of what it renders.
    public static final int RATE = 48_000;

    private static final double QUIETEST = -50;
    // The synthesizer keeps its settings in java.util.prefs, which complains for ever where the home is read-only.
    // Held here, for a logger nobody holds forgets its level.
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    static {
        PREFERENCES.setLevel(Level.OFF);
    }

    private Synthesizer() {}

    /// The first `seconds` of the music.
    ///
    /// @throws IllegalStateException when the file is not understood or nothing is heard, as happens without a bank
    public static Sound render(byte[] midi, double seconds) {
        Sound played = play(midi, seconds + 0.01);
        Sound sound = Resampler.resample(played, RATE, (int) Math.round(seconds * RATE));
        if (sound.level() < QUIETEST) {
            throw new IllegalStateException("the synthesizer rendered silence");
        }
        return sound;
    }

    private static Sound play(byte[] midi, double seconds) {
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(midi))) {
            AudioFormat format = stream.getFormat();
            if (format.getChannels() != 2 || format.getSampleSizeInBits() != 16 || format.isBigEndian()) {
                throw new IllegalStateException("unexpected format of the synthesizer: " + format);
            }
            int rate = Math.round(format.getSampleRate());
            byte[] bytes = stream.readNBytes((int) Math.ceil(seconds * rate) * 4);
            var left = new float[bytes.length / 4];
            var right = new float[bytes.length / 4];
            for (int i = 0; i < left.length; i++) {
                left[i] = sample(bytes, 4 * i);
                right[i] = sample(bytes, 4 * i + 2);
            }
            return new Sound(rate, left, right);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new IllegalStateException("the synthesizer does not understand the file", e);
        }
    }

    private static float sample(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8)) / 32768f;
    }
}
