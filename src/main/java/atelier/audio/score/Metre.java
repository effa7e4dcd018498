package atelier.audio.score;

import java.util.ArrayList;
import java.util.List;

/// A time signature.
///
/// @param beats upper number, 1 to 16
/// @param unit  lower number: 2, 4, 8 or 16
public record Metre(int beats, int unit) {
    public static final Metre FOUR_FOUR = new Metre(4, 4);
    public static final Metre THREE_FOUR = new Metre(3, 4);
    public static final Metre SIX_EIGHT = new Metre(6, 8);

    public Metre {
        if (!writable(beats, unit)) {
            throw new IllegalArgumentException(beats + "/" + unit);
        }
    }

    /// Whether such a metre can be written: no bar longer than two of 4/4.
    public static boolean writable(int beats, int unit) {
        return beats >= 1 && beats <= 16 && (unit == 2 || unit == 4 || unit == 8 || unit == 16)
                && beats * 16 / unit <= 32 && beats * 16 / unit >= 2;
    }

    /// Semiquavers in a bar.
    public int steps() {
        return beats * 16 / unit;
    }

    /// Ticks in a bar, at [Score#PPQ].
    public int ticks() {
        return steps() * Score.STEP;
    }

    /// Whether its beats divide in three: 6/8, 9/8, 12/8.
    public boolean compound() {
        return unit >= 8 && beats > 3 && beats % 3 == 0;
    }

    /// Semiquavers of the beat a musician would tap: the dotted crotchet in 6/8, the minim in 2/2, the crotchet mostly,
    /// also where beats are uneven (5/8, 7/8).
    public int tap() {
        if (compound()) {
            return 3 * 16 / unit;
        }
        return unit == 2 ? 8 : 4;
    }

    /// The name of that beat.
    public String tapName() {
        return switch (tap()) {
            case 8 -> "minims";
            case 6 -> "dotted crotchets";
            case 3 -> "dotted quavers";
            default -> "crotchets";
        };
    }

    /// The bar's groups in semiquavers: 4 4 4 4 for 4/4, 6 6 for 6/8, 4 4 6 for 7/8.
    public List<Integer> groups() {
        var groups = new ArrayList<Integer>();
        int rest = steps();
        int group = unit >= 8 && beats % 3 == 0 ? 3 * 16 / unit : Math.max(2, Math.min(4, 32 / unit));
        while (rest > 0) {
            int next = rest < 2 * group && rest != group ? rest : group;
            groups.add(next);
            rest -= next;
        }
        return List.copyOf(groups);
    }

    @Override
    public String toString() {
        return beats + "/" + unit;
    }
}
