package atelier.create.song;

import static java.nio.charset.StandardCharsets.UTF_8;

import atelier.audio.score.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// The notes of a MIDI file by name of track, as the reader of the JDK finds them.
final class Played {
    private final Map<String, List<Note>> tracks = new HashMap<>();

    Played(byte[] midi) {
        try {
            for (Track track : MidiSystem.getSequence(new ByteArrayInputStream(midi)).getTracks()) {
                read(track);
            }
        } catch (InvalidMidiDataException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read(Track track) {
        String name = "";
        Map<Integer, Note> open = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < track.size(); i++) {
            MidiMessage message = track.get(i).getMessage();
            int tick = (int) track.get(i).getTick();
            if (message instanceof MetaMessage meta && meta.getType() == 3) {
                name = new String(meta.getData(), UTF_8);
            } else if (message instanceof ShortMessage on && on.getCommand() == ShortMessage.NOTE_ON) {
                open.put(on.getData1(), new Note(tick, 1, on.getData1(), on.getData2()));
            } else if (message instanceof ShortMessage off && off.getCommand() == ShortMessage.NOTE_OFF) {
                Note begun = open.remove(off.getData1());
                if (begun == null) {
                    throw new AssertionError("ends without having begun: " + off.getData1() + " at " + tick);
                }
                notes.add(new Note(begun.start(), tick - begun.start(), begun.pitch(), begun.velocity()));
            }
        }
        if (!open.isEmpty()) {
            throw new AssertionError("never end: " + open);
        }
        notes.sort(Comparator.comparingInt(Note::start).thenComparingInt(Note::pitch));
        tracks.put(name, notes);
    }

    List<Note> of(String track) {
        return tracks.getOrDefault(track, List.of());
    }
}
