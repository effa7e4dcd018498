package atelier.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import javax.sound.midi.Instrument;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import org.jspecify.annotations.Nullable;

/// The synthesizer of the JDK with a bank of one's choice. It plays into memory by one method that Java keeps in a package of its own,
/// so the program must be started with `--add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED`; the jar's manifest
/// does that.
final class Gervill {
    /// No track alone.
    static final int ALL = -1;

    private static final String CLASS = "com.sun.media.sound.SoftSynthesizer";
    private static final int RATE = atelier.audio.Synthesizer.RATE, FRAME = 8, DRUMS = 9, TEMPO = 0x51;
    // The mix is kept as it is, however loud: our own limiter comes later. More voices than a song needs.
    private static final Map<String, Object> SETTINGS = Map.of("load default soundbank", false, "auto gain control",
            false, "max polyphony", 256);

    // A hundred times what two minutes of music take.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final @Nullable Path file;
    // Samples are read from the file at their first use, into buffers all players share and that stay with the bank. Where
    // memory gets short the bank is let go, and opened again when it is needed.
    private SoftReference<@Nullable Soundbank> opened = new SoftReference<>(null);
    private final ReentrantLock loading = new ReentrantLock();

    /// @param file null for the bank the JDK generates
    Gervill(@Nullable Path file) {
        this.file = file;
    }

    /// Whether the program was started so that this works.
    static boolean isOpen() {
        try {
            Class.forName(CLASS).getConstructor().newInstance();
            return true;
        } catch (ReflectiveOperationException _) {
            return false;
        }
    }

    /// The bank of the file; null for the one the JDK generates.
    ///
    /// @throws InvalidMidiDataException when it is none
    @Nullable
    Soundbank bank() throws InvalidMidiDataException, IOException {
        if (file == null) {
            return null;
        }
        loading.lock();
        try {
            Soundbank bank = opened.get();
            if (bank == null) {
                bank = MidiSystem.getSoundbank(file.toFile());
                opened = new SoftReference<>(bank);
            }
            return bank;
        } finally {
            loading.unlock();
        }
    }

    /// The first `seconds` of a MIDI file.
    ///
    /// @param solo the only track to be heard, at the very sample where it is heard among the others; [#ALL] for all
    /// @throws IllegalStateException when the file or the bank is not understood, or it takes far too long
    Sound play(byte[] midi, double seconds, int solo) {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(midi));
            Synthesizer synthesizer = Class.forName(CLASS).asSubclass(Synthesizer.class).getConstructor().newInstance();
            var format = new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, RATE, 32, 2, FRAME, RATE, false);
            var open = Class.forName(CLASS).getMethod("openStream", AudioFormat.class, Map.class);
            try (var stream = (AudioInputStream) open.invoke(synthesizer, format, SETTINGS)) {
                load(sequence, synthesizer);
                send(sequence, solo, synthesizer.getReceiver());
                return read(stream, (int) Math.round(seconds * RATE));
            } finally {
                synthesizer.close();
            }
        } catch (ReflectiveOperationException | InvalidMidiDataException | IOException | MidiUnavailableException e) {
            throw new IllegalStateException("the synthesizer does not play with this bank", e);
        }
    }

    // Only what the music uses; what the bank lacks comes from the JDK's own.
    private void load(Sequence sequence, Synthesizer synthesizer) throws InvalidMidiDataException, IOException {
        var used = new TreeSet<Integer>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message
                        && message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    used.add(message.getData1() + (message.getChannel() == DRUMS ? 128 : 0));
                }
            }
        }
        loading.lock();
        try {
            Soundbank bank = bank();
            for (int program : used) {
                Instrument found = find(bank, program);
                Instrument taken = found != null ? found : find(synthesizer.getDefaultSoundbank(), program);
                if (taken == null || !synthesizer.loadInstrument(taken)) {
                    throw new IllegalStateException("instrument " + program + " cannot be loaded");
                }
            }
        } finally {
            loading.unlock();
        }
    }

    private static @Nullable Instrument find(@Nullable Soundbank bank, int program) {
        if (bank == null) {
            return null;
        }
        for (Instrument it : bank.getInstruments()) {
            // The class that tells drums from the rest is closed as well; its name for itself is not.
            boolean drums = it.toString().startsWith("Drumkit");
            if (it.getPatch().getBank() == 0 && it.getPatch().getProgram() == program % 128
                    && drums == (program > 127)) {
                return it;
            }
        }
        return null;
    }

    // Messages of one moment go to the synthesizer a microsecond apart, in an order that does not hang on who else plays:
    // left to itself it would move them as well, but only by those that are there.
    private static void send(Sequence sequence, int solo, Receiver receiver) {
        Track[] tracks = sequence.getTracks();
        long microseconds = 0;
        long sent = 0;
        long before = 0;
        int tempo = 500_000;
        var at = new int[tracks.length];
        for (int i = first(tracks, at); i >= 0; i = first(tracks, at)) {
            MidiEvent event = tracks[i].get(at[i]++);
            microseconds += (event.getTick() - before) * tempo / sequence.getResolution();
            before = event.getTick();
            if (event.getMessage() instanceof MetaMessage meta) {
                tempo = meta.getType() == TEMPO ? tempo(meta.getData()) : tempo;
                continue;
            }
            sent = Math.max(sent + 1, microseconds);
            if (solo == ALL || solo == i) {
                receiver.send(event.getMessage(), sent);
            }
        }
    }

    private static int tempo(byte[] data) {
        return ((data[0] & 0xFF) << 16) | ((data[1] & 0xFF) << 8) | (data[2] & 0xFF);
    }

    // The track with the next event, -1 at the end.
    private static int first(Track[] tracks, int[] at) {
        int first = -1;
        for (int i = 0; i < at.length; i++) {
            if (at[i] < tracks[i].size()
                    && (first < 0 || tracks[i].get(at[i]).getTick() < tracks[first].get(at[first]).getTick())) {
                first = i;
            }
        }
        return first;
    }

    private static Sound read(AudioInputStream stream, int frames) throws IOException {
        var sound = new Sound(RATE, new float[frames], new float[frames]);
        var buffer = new byte[FRAME * 4800];
        long start = System.nanoTime();
        for (int done = 0; done < frames;) {
            int wanted = Math.min(frames - done, buffer.length / FRAME);
            int count = stream.readNBytes(buffer, 0, wanted * FRAME) / FRAME;
            if (count == 0) {
                break;
            }
            var floats = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            for (int i = 0; i < count; i++) {
                sound.left()[done + i] = floats.get();
                sound.right()[done + i] = floats.get();
            }
            done += count;
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("these instruments are too slow to play");
            }
        }
        return sound;
    }
}
