package atelier.create.music;

import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A score as people would play it: swung, and each note a little off in time and strength. For sound and MIDI only; what
/// is written keeps to the grid. The same seed plays the same.
public final class Performance {
    /// The most a note is off: ticks of 480 a crotchet, and steps of MIDI velocity.
    public static final int TICKS = 5, VELOCITY = 4;

    private final Score score;
    private final Swing swing;

    private Performance(Score score, Swing swing) {
        this.score = score;
        this.swing = swing;
    }

    /// The notes moved; bars, tempo, marks and words stay, each word with its note.
    public static Score of(Score score, Swing swing, long seed) {
        return new Performance(score, swing).played(seed);
    }

    private Score played(long seed) {
        List<Part> parts = new ArrayList<>();
        Map<Integer, Integer> moved = new HashMap<>();
        for (Part part : score.parts()) {
            List<Note> notes = notes(part, Plan.random(seed, "touch " + part.name()));
            if (parts.isEmpty()) {
                for (int i = 0; i < notes.size(); i++) {
                    moved.put(part.notes().get(i).start(), notes.get(i).start());
                }
            }
            parts.add(new Part(part.name(), part.channel(), part.program(), part.volume(), part.pan(), notes));
        }
        List<Score.Lyric> lyrics = score.lyrics().stream().map(it -> new Score.Lyric(
                moved.getOrDefault(it.tick(), it.tick()), it.text(), it.joins(), it.begins())).toList();
        return new Score(score.title(), score.key(), score.metre(), score.tempo(), score.bars(), parts, score.chords(),
                score.forms(), lyrics);
    }

    private List<Note> notes(Part part, Random random) {
        List<Note> notes = new ArrayList<>();
        // The next start of each pitch, seen from the end: no note may run into it.
        Map<Integer, Integer> next = new HashMap<>();
        for (Note note : part.notes().reversed()) {
            int start = Math.clamp((long) swing.moved(note.start()) + off(random, TICKS), 0, score.ticks() - 1);
            int end = Math.min(swing.moved(note.end()) + off(random, TICKS),
                    Math.min(score.ticks(), next.getOrDefault(note.pitch(), score.ticks())));
            int velocity = Math.clamp((long) note.velocity() + off(random, VELOCITY), 1, 127);
            notes.addFirst(new Note(start, Math.max(1, end - start), note.pitch(), velocity));
            next.put(note.pitch(), start);
        }
        return notes;
    }

    // Mostly near nothing, never more than so much.
    private static int off(Random random, int most) {
        return Math.clamp(Math.round(random.nextGaussian() * most / 2), -most, most);
    }
}
