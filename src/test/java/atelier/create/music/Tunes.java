package atelier.create.music;

import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.music.MelodyMetrics.Sample;
import atelier.intent.MusicBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Melodies to measure: the composer's own, and such as chance makes of the same bars.
public final class Tunes {
    private static final int BARS = 32;
    private static final int[] LENGTHS = {1, 2, 2, 4, 4, 8};

    private Tunes() {}

    /// What `/melody` writes.
    public static Sample melody(String genre, @Nullable String metre, long seed) {
        var brief = new MusicBrief(null, null, null, metre, BARS, null, genre, null, null, seed);
        Plan plan = Planner.plan(brief, seed);
        Composer.Piece piece = Composer.compose(plan);
        var changes = new Changes(plan, piece.form());
        int steps = plan.metre().steps();
        return new Sample(piece.score().parts().getFirst().notes(), plan.key(), plan.metre(),
                at -> changes.at(at / steps, at % steps),
                piece.score().chords().stream().map(Score.Mark::text).toList());
    }

    /// The same key, bars and chords with notes and lengths drawn blindly.
    public static Sample random(Sample like, long seed) {
        var random = new Random(seed);
        int steps = like.metre().steps();
        int from = like.notes().getFirst().start() / Score.STEP / steps * steps;
        int until = (like.notes().getLast().start() / Score.STEP / steps + 1) * steps;
        var notes = new ArrayList<Note>();
        for (int at = from; at < until;) {
            int length = Math.min(until - at, LENGTHS[random.nextInt(LENGTHS.length)]);
            notes.add(new Note(at * Score.STEP, length * Score.STEP, pitch(like, random), 80));
            at += length;
        }
        return new Sample(notes, like.key(), like.metre(), like.chords(), like.changes());
    }

    /// The same key and the same rhythm with notes drawn blindly.
    public static Sample unpitched(Sample like, long seed) {
        var random = new Random(seed);
        List<Note> notes = like.notes().stream()
                .map(note -> new Note(note.start(), note.length(), pitch(like, random), note.velocity())).toList();
        return new Sample(notes, like.key(), like.metre(), like.chords(), like.changes());
    }

    // Two octaves of the scale.
    private static int pitch(Sample like, Random random) {
        List<Integer> scale = like.key().scale().steps();
        int degree = random.nextInt(2 * scale.size() + 1);
        return 48 + like.key().pitchClass() + 12 * (degree / scale.size()) + scale.get(degree % scale.size());
    }
}
