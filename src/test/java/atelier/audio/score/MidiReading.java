package atelier.audio.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// A MIDI file as another program reads it, here the reader of the JDK.
///
/// @param type       0, 1 or 2
/// @param signature  sharps, or flats when negative
/// @param metre      such as `6/8`
/// @param tempo      microseconds a crotchet
/// @param ticks      length of the longest track
/// @param trackNames of all tracks, the conductor's first
/// @param melody     notes of the second track
public record MidiReading(int type, int signature, boolean minor, String metre, int tempo, long ticks,
        List<String> trackNames, List<Note> melody, List<String> markers) {

    public static MidiReading of(byte[] file) {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(file));
            int type = MidiSystem.getMidiFileFormat(new ByteArrayInputStream(file)).getType();
            var names = new ArrayList<String>();
            for (Track track : sequence.getTracks()) {
                names.add(new String(meta(track, 3).getFirst(), UTF_8));
            }
            Track first = sequence.getTracks()[0];
            byte[] key = meta(first, 0x59).getFirst();
            byte[] metre = meta(first, 0x58).getFirst();
            byte[] tempo = meta(first, 0x51).getFirst();
            return new MidiReading(type, key[0], key[1] == 1, metre[0] + "/" + (1 << metre[1]),
                    ((tempo[0] & 0xFF) << 16) | ((tempo[1] & 0xFF) << 8) | (tempo[2] & 0xFF), sequence.getTickLength(),
                    names, notes(sequence.getTracks()[1]), meta(first, 6).stream()
                            .map(text -> new String(text, UTF_8)).toList());
        } catch (InvalidMidiDataException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Where the notes of all tracks of a file that need not be ours begin.
    public static List<Note> onsets(byte[] file) {
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(file));
            var notes = new ArrayList<Note>();
            for (Track track : sequence.getTracks()) {
                for (int i = 0; i < track.size(); i++) {
                    if (track.get(i).getMessage() instanceof ShortMessage message
                            && message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0) {
                        notes.add(new Note((int) (track.get(i).getTick() * Score.PPQ / sequence.getResolution()), 1,
                                message.getData1(), message.getData2()));
                    }
                }
            }
            notes.sort(Comparator.comparingInt(Note::start));
            return notes;
        } catch (InvalidMidiDataException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<byte[]> meta(Track track, int type) {
        var found = new ArrayList<byte[]>();
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == type) {
                found.add(meta.getData());
            }
        }
        return found;
    }

    private static List<Note> notes(Track track) {
        var notes = new ArrayList<Note>();
        var open = new ArrayList<MidiEvent>();
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            if (event.getMessage() instanceof ShortMessage message && message.getCommand() == ShortMessage.NOTE_ON) {
                open.add(event);
            } else if (event.getMessage() instanceof ShortMessage message
                    && message.getCommand() == ShortMessage.NOTE_OFF) {
                MidiEvent begun = open.stream()
                        .filter(on -> ((ShortMessage) on.getMessage()).getData1() == message.getData1()).findFirst()
                        .orElseThrow();
                open.remove(begun);
                notes.add(new Note((int) begun.getTick(), (int) (event.getTick() - begun.getTick()), message.getData1(),
                        ((ShortMessage) begun.getMessage()).getData2()));
            }
        }
        if (!open.isEmpty()) {
            throw new AssertionError("notes that never end");
        }
        notes.sort(Comparator.comparingInt(Note::start));
        return notes;
    }
}
