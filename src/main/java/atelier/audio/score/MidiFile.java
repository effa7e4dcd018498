package atelier.audio.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A [Score] as a Standard MIDI File of type 1: a conductor's track (title, tempo, metre, key, marks), then one a part.
public final class MidiFile {
    private static final int TEXT = 0x01, NAME = 0x03, LYRIC = 0x05, MARKER = 0x06, END = 0x2F, TEMPO = 0x51,
            METRE = 0x58,
            KEY = 0x59;

    private final Score score;

    private MidiFile(Score score) {
        this.score = score;
    }

    /// For karaoke players: the same with a track of words, each line begun by a stroke.
    public static byte[] karaoke(Score score) {
        var file = new MidiFile(score);
        return file.written(List.of(file.words()));
    }

    // In the form most players know, Soft Karaoke: the words are texts, `\\` begins a stanza and `/` a line.
    private List<Event> words() {
        var events = new ArrayList<Event>();
        events.add(Event.meta(0, NAME, "Words".getBytes(UTF_8)));
        for (String head : List.of("@KMIDI KARAOKE FILE", "@T" + score.title())) {
            events.add(Event.meta(0, TEXT, head.getBytes(UTF_8)));
        }
        int section = 0;
        int before = -1;
        for (Score.Lyric lyric : score.lyrics()) {
            while (section + 1 < score.forms().size() && score.forms().get(section + 1).tick() <= lyric.tick()) {
                section++;
            }
            String stroke = section != before ? "\\" : lyric.begins() ? "/" : "";
            before = section;
            events.add(Event.meta(lyric.tick(), TEXT,
                    (stroke + lyric.text() + (lyric.joins() ? "" : " ")).getBytes(UTF_8)));
        }
        return events;
    }

    /// The bytes of the file; every track ends with the last bar.
    public static byte[] of(Score score) {
        return new MidiFile(score).written(List.of());
    }

    private byte[] written(List<List<Event>> more) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(14).put("MThd".getBytes(UTF_8)).putInt(6).putShort((short) 1)
                .putShort((short) (score.parts().size() + 1 + more.size())).putShort((short) Score.PPQ).array());
        bytes.writeBytes(track(conductor()));
        more.forEach(events -> bytes.writeBytes(track(new ArrayList<>(events))));
        for (Part part : score.parts()) {
            bytes.writeBytes(track(events(part)));
        }
        return bytes.toByteArray();
    }

    // At one tick a note ends before the next begins: else a repeated pitch would be cut at once.
    @SuppressWarnings("ArrayRecordComponent")
    private record Event(int tick, int rank, byte[] bytes) {
        static Event meta(int tick, int type, byte... content) {
            var bytes = new ByteArrayOutputStream();
            bytes.write(0xFF);
            bytes.write(type);
            bytes.writeBytes(quantity(content.length));
            bytes.writeBytes(content);
            return new Event(tick, 0, bytes.toByteArray());
        }

        static Event of(int tick, int rank, int... content) {
            byte[] bytes = new byte[content.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) content[i];
            }
            return new Event(tick, rank, bytes);
        }
    }

    private List<Event> conductor() {
        var events = new ArrayList<Event>();
        events.add(Event.meta(0, NAME, score.title().getBytes(UTF_8)));
        int tempo = score.microsecondsPerCrotchet();
        events.add(Event.meta(0, TEMPO, (byte) (tempo >> 16), (byte) (tempo >> 8), (byte) tempo));
        Metre metre = score.metre();
        events.add(Event.meta(0, METRE, (byte) metre.beats(), (byte) Integer.numberOfTrailingZeros(metre.unit()),
                (byte) (metre.tap() * 6), (byte) 8));
        events.add(Event.meta(0, KEY, (byte) score.key().signature(), (byte) (score.key().scale().minor() ? 1 : 0)));
        score.forms().forEach(mark -> events.add(Event.meta(mark.tick(), MARKER, mark.text().getBytes(UTF_8))));
        score.chords().forEach(mark -> events.add(Event.meta(mark.tick(), TEXT, mark.text().getBytes(UTF_8))));
        return events;
    }

    private List<Event> events(Part part) {
        var events = new ArrayList<Event>();
        int channel = part.channel();
        events.add(Event.meta(0, NAME, part.name().getBytes(UTF_8)));
        events.add(Event.of(0, 0, 0xC0 | channel, part.program()));
        events.add(Event.of(0, 0, 0xB0 | channel, 7, part.volume()));
        events.add(Event.of(0, 0, 0xB0 | channel, 10, part.pan()));
        events.add(Event.of(0, 0, 0xB0 | channel, 91, 48));
        if (part.equals(score.parts().getFirst())) {
            score.lyrics().forEach(
                    lyric -> events.add(Event.meta(lyric.tick(), LYRIC, lyric.event().getBytes(UTF_8))));
        }
        for (Note note : part.notes()) {
            events.add(Event.of(note.start(), 2, 0x90 | channel, note.pitch(), note.velocity()));
            events.add(Event.of(note.end(), 1, 0x80 | channel, note.pitch(), 64));
        }
        return events;
    }

    private byte[] track(List<Event> events) {
        events.sort(Comparator.comparingInt(Event::tick).thenComparingInt(Event::rank));
        events.add(Event.meta(score.ticks(), END));
        var body = new ByteArrayOutputStream();
        int now = 0;
        for (Event event : events) {
            body.writeBytes(quantity(event.tick() - now));
            body.writeBytes(event.bytes());
            now = event.tick();
        }
        return ByteBuffer.allocate(8 + body.size()).put("MTrk".getBytes(UTF_8)).putInt(body.size())
                .put(body.toByteArray()).array();
    }

    private static byte[] quantity(int value) {
        var bytes = new ByteArrayOutputStream();
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                bytes.write(((value >> shift) & 0x7F) | 0x80);
            }
        }
        bytes.write(value & 0x7F);
        return bytes.toByteArray();
    }
}
