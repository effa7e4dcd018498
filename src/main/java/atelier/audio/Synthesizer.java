package atelier.audio;

import atelier.audio.score.MidiParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/// Plays a MIDI file into memory with the synthesizer of the JDK and its generated sound bank: no device and no file
/// needed. The same bytes always give the same sound on the same JDK, started the same way.
public final class Synthesizer {
    /// Frames a second of what it renders.
    public static final int RATE = 48_000;

    /// dBFS; anything quieter counts as silence.
    static final double QUIETEST = -50;
    // Without it the JDK's reader of MIDI as sound is the way in: 44.1 kHz, 16 bit, and with a limiter of its own.
    private static final @Nullable Gervill GERVILL = Gervill.isOpen() ? new Gervill(null) : null;
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
        Sound sound = GERVILL == null ? resampled(midi, seconds) : GERVILL.play(midi, seconds, Gervill.ALL);
        if (sound.level() < QUIETEST) {
            throw new IllegalStateException("the synthesizer rendered silence");
        }
        return sound;
    }

    /// One part alone, however soft.
    static Sound render(byte[] midi, MidiParts.Alone part, double seconds) {
        return GERVILL == null ? resampled(part.midi(), seconds) : GERVILL.play(midi, seconds, part.track());
    }

    private static Sound resampled(byte[] midi, double seconds) {
        return Resampler.resample(play(midi, seconds + 0.01), RATE, (int) Math.round(seconds * RATE));
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
