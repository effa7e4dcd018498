package atelier.audio.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// A MIDI file of type 1 taken apart: each part as a file of its own, as long as the whole.
///
/// @param title   of the piece
/// @param seconds how long the whole lasts
/// @param parts   those with notes, in the order of their tracks
public record MidiParts(String title, double seconds, List<Alone> parts) {
    private static final int NAME = 0x03;

    public MidiParts {
        parts = List.copyOf(parts);
    }

    /// One part.
    ///
    /// @param name  of its track
    /// @param track its number, 0 being the conductor's
    /// @param midi  the conductor's track and this one
    @SuppressWarnings("ArrayRecordComponent")
    public record Alone(String name, int track, byte[] midi) {}

    /// @throws IllegalArgumentException when it is no such file
    public static MidiParts of(byte[] midi) {
        try {
            Sequence whole = MidiSystem.getSequence(new ByteArrayInputStream(midi));
            Track[] tracks = whole.getTracks();
            var parts = new ArrayList<Alone>();
            for (int i = 1; i < tracks.length; i++) {
                if (plays(tracks[i])) {
                    parts.add(new Alone(name(tracks[i], "Part " + i), i, alone(whole, tracks[i])));
                }
            }
            return new MidiParts(name(tracks[0], ""), whole.getMicrosecondLength() / 1e6, parts);
        } catch (InvalidMidiDataException | IOException e) {
            throw new IllegalArgumentException("no MIDI file", e);
        }
    }

    private static byte[] alone(Sequence whole, Track track) throws InvalidMidiDataException, IOException {
        var alone = new Sequence(whole.getDivisionType(), whole.getResolution());
        copy(whole.getTracks()[0], alone.createTrack());
        copy(track, alone.createTrack());
        var bytes = new ByteArrayOutputStream();
        MidiSystem.write(alone, 1, bytes);
        return bytes.toByteArray();
    }

    private static void copy(Track from, Track to) {
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i));
        }
    }

    private static boolean plays(Track track) {
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof ShortMessage it && it.getCommand() == ShortMessage.NOTE_ON
                    && it.getData2() > 0) {
                return true;
            }
        }
        return false;
    }

    private static String name(Track track, String otherwise) {
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof MetaMessage it && it.getType() == NAME) {
                return new String(it.getData(), UTF_8);
            }
        }
        return otherwise;
    }
}
