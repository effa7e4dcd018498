package atelier.create.music;

import atelier.audio.score.Note;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Writes the melody line by line: the first line of a section brings a motif, the others repeat it, move it to their
/// chords or contrast with it, and each comes to its ending.
final class Melody {
    private final Plan plan;
    private final Changes changes;
    private final Rhythm rhythm;
    private final Tune tune;
    private final Map<String, List<Sung>> known = new HashMap<>();
    private final Map<Character, Motif> motifs = new HashMap<>();

    Melody(Plan plan, Changes changes) {
        this.plan = plan;
        this.changes = changes;
        double stepsASecond = plan.tempo() / 60.0 * plan.metre().tap();
        rhythm = new Rhythm(plan.metre(), plan.density(), stepsASecond < 7.5, plan.style().syncopated());
        tune = new Tune(plan.key().scale(), plan.style().manner());
    }

    // A note of a line: place in semiquavers from the line's first bar, step of the ladder.
    private record Sung(int onset, int length, int weight, int step) {}

    // What a section's first line began with.
    private record Motif(List<Rhythm.Beat> rhythm, List<Sung> first, Chord chord) {}

    List<Note> compose(Form form) {
        var notes = new ArrayList<Note>();
        int before = Tune.FREE;
        Random touch = plan.random("touch");
        for (Form.Line line : form.lines()) {
            List<Chord> chords = changes.of(line);
            String material = "" + line.section() + line.letter() + line.ending() + line.bars() + chords;
            int last = before;
            List<Sung> sung = known.computeIfAbsent(material, name -> line(line, last));
            before = sung.getLast().step();
            sung.forEach(note -> notes.add(note(line, note, touch)));
        }
        return notes;
    }

    private List<Sung> line(Form.Line line, int before) {
        // Named by what it is and not by where it stands: the same line in a longer piece is the same.
        Random chance = plan.random("line " + line.section() + line.letter() + line.ending());
        Motif motif = line.letter() == 'd' ? null : motifs.get(line.section());
        List<Rhythm.Beat> opening = motif == null ? rhythm.bar(chance) : motif.rhythm();
        List<Sung> places = places(line, opening, chance);
        var slots = new ArrayList<Tune.Slot>();
        for (int i = 0; i < places.size(); i++) {
            slots.add(slot(line, places.get(i), i, motif));
        }
        int[] steps = tune.compose(slots, before, line.ending(), chance);
        var sung = new ArrayList<Sung>();
        for (int i = 0; i < steps.length; i++) {
            sung.add(new Sung(places.get(i).onset(), places.get(i).length(), places.get(i).weight(), steps[i]));
        }
        motifs.computeIfAbsent(line.section(), section -> new Motif(opening,
                sung.stream().filter(note -> note.onset() < plan.metre().steps()).toList(),
                changes.at(line.from(), 0)));
        return sung;
    }

    // When the line's notes sound, still without pitch.
    private List<Sung> places(Form.Line line, List<Rhythm.Beat> opening, Random chance) {
        var places = new ArrayList<Sung>();
        for (int bar = 0; bar < line.bars(); bar++) {
            int from = bar * plan.metre().steps();
            for (Rhythm.Beat beat : bar < line.bars() - 1 ? opening : close(line, opening, chance)) {
                places.add(new Sung(from + beat.onset(), beat.length(), weight(beat.onset()), 0));
            }
        }
        return places;
    }

    private Tune.Slot slot(Form.Line line, Sung place, int index, @Nullable Motif motif) {
        int steps = plan.metre().steps();
        Chord chord = changes.at(line.from() + place.onset() / steps, place.onset() % steps);
        boolean follows = motif != null && place.onset() < steps && index < motif.first().size();
        int reference = motif != null && follows
                ? tune.moved(motif.first().get(index).step(), motif.chord(), chord)
                : Tune.FREE;
        return new Tune.Slot(chord, place.weight(), place.length(), curve(line, place.onset()), reference,
                false);
    }

    private List<Rhythm.Beat> close(Form.Line line, List<Rhythm.Beat> opening, Random chance) {
        return switch (line.ending()) {
            case OPEN ->
                Rhythm.breathing(line.bars() == 1 ? opening : rhythm.bar(plan.random("answer " + line.letter())));
            case HALF, FULL -> rhythm.ending(false, chance);
            case LAST -> rhythm.ending(true, chance);
        };
    }

    private int weight(int onset) {
        int at = 0;
        for (int group : plan.metre().groups()) {
            if (at == onset) {
                boolean middle = at == Rhythm.middle(plan.metre()) && plan.metre().groups().size() > 2;
                return at == 0 || middle ? 2 : 1;
            }
            at += group;
        }
        return 0;
    }

    // An arch a line; a question stays up, an answer comes down, the middle section lies higher.
    private double curve(Form.Line line, int place) {
        double x = (double) place / (line.bars() * plan.metre().steps());
        double arch = 4 * x * (1 - x);
        double span = plan.style().manner().span();
        double base = line.section() == 'A' ? 4 : 4 + 2.5 * span;
        return switch (line.ending()) {
            case OPEN -> base + 3.5 * span * arch;
            case HALF -> base + 1 + 3.5 * span * arch;
            case FULL, LAST -> (base + 3) * (1 - Math.min(1, 1.6 * x));
        };
    }

    private Note note(Form.Line line, Sung sung, Random touch) {
        int steps = line.bars() * plan.metre().steps();
        double x = (double) sung.onset() / steps;
        int velocity = 76 + 7 * sung.weight() + (int) Math.round(28 * x * (1 - x)) + touch.nextInt(7) - 3;
        int start = line.from() * plan.metre().ticks() + sung.onset() * Score.STEP;
        return new Note(start, sung.length() * Score.STEP, tonic() + tune.pitch(sung.step()), velocity);
    }

    // The tonic from A below middle C to A flat above it: the same tune fits a voice in every key.
    private int tonic() {
        int pitchClass = plan.key().pitchClass();
        return pitchClass <= 8 ? 60 + pitchClass : 48 + pitchClass;
    }
}
