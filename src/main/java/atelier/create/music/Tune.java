package atelier.create.music;

import atelier.audio.score.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Finds the pitches of a line: the cheapest path through the scale, where leaps, notes foreign to the chord on a beat
/// and wandering from the line's curve cost something.
public final class Tune {
    private static final int LOWEST = -5, HIGHEST = 16;
    private static final int CALM = 0, ROSE = 1, FELL = 2, MOODS = 3;
    private static final double NOISE = 1.1;

    /// A note still without pitch.
    ///
    /// @param chord     sounds below it
    /// @param weight    0 off the beat, 1 on a beat, 2 on the first
    /// @param length    semiquavers
    /// @param target    where the curve is, in semitones above the tonic
    /// @param reference step of the ladder the motif has here, [#FREE] when free
    /// @param fixed     whether the reference is not to be left
    public record Slot(Chord chord, int weight, int length, double target, int reference, boolean fixed) {}

    /// No step.
    public static final int FREE = Integer.MIN_VALUE;

    private final int[] ladder;
    private final Manner manner;
    private final boolean blue;

    Tune(Scale scale, Manner manner) {
        this(scale, manner, LOWEST, HIGHEST);
    }

    /// On a ladder between two distances from the tonic, in semitones.
    public Tune(Scale scale, Manner manner, int lowest, int highest) {
        this.manner = manner;
        // Blue notes rub against the chord: that is what they are for.
        blue = scale == Scale.BLUES;
        ladder = java.util.stream.IntStream.rangeClosed(lowest, highest)
                .filter(pitch -> scale.steps().contains(Math.floorMod(pitch, 12))).toArray();
    }

    /// Steps of the ladder, one a slot.
    ///
    /// @param before the step before, or [#FREE]
    public int[] compose(List<Slot> slots, int before, Form.Ending ending, Random random) {
        int states = ladder.length * MOODS;
        var cost = new double[slots.size()][states];
        var from = new int[slots.size()][states];
        for (int i = 0; i < slots.size(); i++) {
            Arrays.fill(cost[i], Double.POSITIVE_INFINITY);
            for (int step = 0; step < ladder.length; step++) {
                double own = own(slots.get(i), step, random)
                        + (i == slots.size() - 1 ? close(ending, slots.get(i), step) : 0);
                if (i == 0) {
                    cost[0][step * MOODS] = own
                            + (before == FREE ? 0 : 0.6 * manner.cost(ladder[step] - ladder[before]));
                } else {
                    relax(cost, from, i, step, own);
                }
            }
        }
        return path(cost, from);
    }

    private void relax(double[][] cost, int[][] from, int i, int step, double own) {
        for (int state = 0; state < cost[i].length; state++) {
            double before = cost[i - 1][state];
            if (before == Double.POSITIVE_INFINITY) {
                continue;
            }
            int interval = ladder[step] - ladder[state / MOODS];
            double total = before + own + manner.cost(interval) + turn(state % MOODS, interval);
            int next = step * MOODS + (Math.abs(interval) < 5 ? CALM : interval > 0 ? ROSE : FELL);
            if (total < cost[i][next]) {
                cost[i][next] = total;
                from[i][next] = state;
            }
        }
    }

    private static int[] path(double[][] cost, int[][] from) {
        var steps = new int[cost.length];
        int state = 0;
        for (int i = 0; i < cost[0].length; i++) {
            state = cost[cost.length - 1][i] < cost[cost.length - 1][state] ? i : state;
        }
        for (int i = cost.length - 1; i >= 0; i--) {
            steps[i] = state / MOODS;
            state = from[i][state];
        }
        return steps;
    }

    private double own(Slot slot, int step, Random random) {
        int pitch = ladder[step];
        double cost = random.nextDouble() * NOISE;
        if (!slot.chord().contains(pitch)) {
            double foreign = slot.weight() == 2 ? 1.3 : slot.weight() == 1 ? 0.4 : 0.1;
            foreign += slot.length() >= 6 ? 1.6 : 0;
            foreign += !blue && clashes(slot.chord(), pitch) ? 0.4 + 0.2 * slot.length() : 0;
            cost += manner.grip() * foreign;
        }
        double away = pitch - slot.target();
        cost += 0.035 * away * away;
        if (slot.reference() != FREE) {
            int off = Math.abs(step - slot.reference());
            cost += slot.fixed() ? 100 * off : Math.min(3, 1.1 * off);
        }
        return cost;
    }

    // The natural seventh against the raised one, or the like: a semitone from a note the chord has altered.
    private static boolean clashes(Chord chord, int pitch) {
        return chord.tones().stream().anyMatch(tone -> Math.floorMod(tone - pitch, 12) == 1);
    }

    private double close(Form.Ending ending, Slot slot, int step) {
        int degree = Math.floorMod(ladder[step], 12);
        boolean third = degree == 3 || degree == 4;
        return switch (ending) {
            case LAST -> degree == 0 ? 0 : 50;
            case FULL -> degree == 0 ? 0 : third ? 1.5 : degree == 7 ? 2.5 : 8;
            case HALF -> slot.chord().contains(degree) ? degree == 0 ? 3 : 0 : 6;
            case OPEN -> degree == 0 ? 1 : 0;
        };
    }

    private static double turn(int mood, int interval) {
        if (mood == CALM) {
            return 0;
        }
        boolean back = mood == ROSE ? interval < 0 : interval > 0;
        if (back) {
            return Math.abs(interval) <= 4 ? 0 : 1.2;
        }
        return interval == 0 ? 0.6 : 2.2;
    }

    /// Semitones of a step above the tonic.
    public int pitch(int step) {
        return ladder[step];
    }

    /// The step of a scale degree: 1 is the tonic, 8 the one above it, 0 the note below the tonic; kept on the ladder.
    public int degree(int degree) {
        int tonic = 0;
        while (ladder[tonic] != 0) {
            tonic++;
        }
        return Math.clamp((long) tonic + degree - 1, 0, ladder.length - 1);
    }

    /// A step moved as far as the way from one chord's root to another, the shorter way round, within reach.
    int moved(int step, Chord before, Chord now) {
        int semitones = Math.floorMod(now.root() - before.root() + 6, 12) - 6;
        int wanted = ladder[step] + semitones;
        int best = 0;
        for (int i = 0; i < ladder.length; i++) {
            best = Math.abs(ladder[i] - wanted) < Math.abs(ladder[best] - wanted) ? i : best;
        }
        return best;
    }
}
