package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// The chords of a whole piece, bar by bar.
final class Changes {
    private final Metre metre;
    // By semiquaver from the beginning.
    private final TreeMap<Integer, Chord> chords = new TreeMap<>();

    Changes(Plan plan, Form form) {
        metre = plan.metre();
        boolean raised = plan.random("raised").nextBoolean();
        var harmony = new Harmony(plan.key().scale(), plan.style().sevenths(), raised);
        boolean blues = twelveBars(plan);
        Map<Character, List<Chord>> loops = new HashMap<>();
        Random chance = plan.random("close");
        for (Form.Line line : form.lines()) {
            var loop = loops.computeIfAbsent(line.section(), section -> harmony.loop(plan.random("loop " + section)));
            if (blues) {
                for (int bar = line.from(); bar < line.from() + line.bars(); bar++) {
                    put(bar, 0, harmony.blues(bar));
                }
            } else {
                line(line, loop, harmony, chance);
            }
        }
    }

    /// Whether this is a blues in its own form.
    static boolean twelveBars(Plan plan) {
        return plan.key().scale() == Scale.BLUES && plan.bars() % 12 == 0;
    }

    private void line(Form.Line line, List<Chord> loop, Harmony harmony, Random chance) {
        int last = line.from() + line.bars() - 1;
        int half = line.letter() == 'a' ? 0 : 2;
        if (line.bars() > 1) {
            put(line.from(), 0, loop.get(half));
        }
        switch (line.ending()) {
            case OPEN -> put(last, 0, loop.get(line.bars() > 1 ? half + 1 : half));
            case HALF -> put(last, 0, harmony.dominant());
            case FULL, LAST -> {
                if (line.bars() > 1) {
                    put(line.from(), 0, harmony.before(chance));
                    put(line.from(), Rhythm.middle(metre), harmony.dominant());
                }
                put(last, 0, harmony.tonic());
            }
        }
    }

    private void put(int bar, int step, Chord chord) {
        chords.put(bar * metre.steps() + step, chord);
    }

    /// The chord that sounds at a semiquaver of a bar.
    Chord at(int bar, int step) {
        return chords.floorEntry(bar * metre.steps() + step).getValue();
    }

    /// The chords of a line.
    List<Chord> of(Form.Line line) {
        return List.copyOf(chords.subMap(line.from() * metre.steps(), (line.from() + line.bars()) * metre.steps())
                .values());
    }

    /// Semiquavers from the beginning, and the chord that begins there; a chord is struck anew every bar.
    Map<Integer, Chord> all() {
        return chords;
    }

    /// Chord symbols where the chord changes.
    List<Score.Mark> symbols(Key key) {
        var marks = new ArrayList<Score.Mark>();
        String before = "";
        for (var entry : chords.entrySet()) {
            String name = entry.getValue().name(key);
            if (!name.equals(before)) {
                marks.add(new Score.Mark(entry.getKey() * Score.STEP, name));
            }
            before = name;
        }
        return marks;
    }
}
