package atelier.create.music;

import atelier.audio.score.Metre;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws the rhythm of a bar out of small cells, beat by beat, so that every bar sums.
final class Rhythm {
    private final Metre metre;
    private final double density;
    private final boolean quick;
    private final boolean syncopated;

    /// @param density    0 long notes to 1 many
    /// @param quick      whether semiquavers can be played
    /// @param syncopated whether notes may fall between the beats and be held over them
    Rhythm(Metre metre, double density, boolean quick, boolean syncopated) {
        this.metre = metre;
        this.density = density;
        this.quick = quick;
        this.syncopated = syncopated;
    }

    /// A note's place in its bar, in semiquavers.
    record Beat(int onset, int length) {
        int end() {
            return onset + length;
        }
    }

    /// A bar full of notes.
    List<Beat> bar(Random random) {
        return fill(metre.steps(), random);
    }

    /// A bar that comes to rest: it moves, or not, then holds one note and leaves room to breathe.
    List<Beat> ending(boolean last, Random random) {
        int half = middle();
        boolean moves = half > 0 && !last && random.nextInt(3) > 0;
        var beats = new ArrayList<Beat>(moves ? fill(half, random) : List.of());
        int onset = moves ? half : 0;
        int room = metre.steps() - onset;
        int breath = Math.min(room / 2, Math.max(1, room / 4));
        beats.add(new Beat(onset, room - breath));
        return beats;
    }

    /// The same bar with its last note shortened for a breath.
    static List<Beat> breathing(List<Beat> bar) {
        Beat last = bar.getLast();
        if (last.length() < 2) {
            return bar;
        }
        var beats = new ArrayList<>(bar.subList(0, bar.size() - 1));
        beats.add(new Beat(last.onset(), last.length() - Math.max(1, last.length() / 2)));
        return beats;
    }

    /// First semiquaver of the bar's second half, 0 when it has none.
    int middle() {
        return middle(metre);
    }

    static int middle(Metre metre) {
        int at = 0;
        List<Integer> groups = metre.groups();
        for (int i = 0; i < groups.size() / 2; i++) {
            at += groups.get(i);
        }
        return at;
    }

    private List<Beat> fill(int until, Random random) {
        var beats = new ArrayList<Beat>();
        List<Integer> groups = metre.groups();
        int at = 0;
        for (int i = 0; at < until; i++) {
            int span = groups.get(i);
            boolean pair = span == 4 && at + 8 <= until && i + 1 < groups.size() && groups.get(i + 1) == 4
                    && (i % 2 == 0 || groups.size() % 2 == 1);
            if (pair && random.nextDouble() < 0.45) {
                span = 8;
                i++;
            }
            int onset = at;
            for (int length : cell(span, random)) {
                beats.add(new Beat(onset, length));
                onset += length;
            }
            at += span;
        }
        return beats;
    }

    private record Cell(double weight, List<Integer> lengths) {}

    private List<Integer> cell(int span, Random random) {
        List<Cell> cells = cells(span);
        double dart = random.nextDouble() * cells.stream().mapToDouble(Cell::weight).sum();
        for (Cell cell : cells) {
            dart -= cell.weight();
            if (dart < 0) {
                return cell.lengths();
            }
        }
        return cells.getLast().lengths();
    }

    private List<Cell> cells(int span) {
        double few = 1 - density;
        double off = syncopated ? 1 : 0.2;
        double fast = quick ? Math.max(0, 1.4 * (density - 0.25)) : 0;
        return switch (span) {
            case 8 -> List.of(new Cell(0.9 * few, List.of(8)), new Cell(0.9, List.of(6, 2)),
                    new Cell(0.6 * off, List.of(2, 4, 2)), new Cell(0.7 * off * density, List.of(3, 3, 2)),
                    new Cell(0.5 * off, List.of(4, 2, 2)));
            case 6 -> List.of(new Cell(0.3 + 0.8 * few, List.of(6)), new Cell(0.9, List.of(4, 2)),
                    new Cell(0.2 + 1.2 * density, List.of(2, 2, 2)), new Cell(0.25, List.of(3, 1, 2)),
                    new Cell(0.2 * off, List.of(2, 4)), new Cell(0.3 * fast, List.of(2, 2, 1, 1)));
            case 4 -> List.of(new Cell(0.3 + 1.2 * few, List.of(4)), new Cell(0.3 + 1.4 * density, List.of(2, 2)),
                    new Cell(quick ? 0.1 + 0.4 * density : 0, List.of(3, 1)), new Cell(0.35 * fast, List.of(2, 1, 1)),
                    new Cell(0.25 * fast, List.of(1, 1, 2)), new Cell(0.15 * fast, List.of(1, 1, 1, 1)));
            case 3 -> List.of(new Cell(0.3 + few, List.of(3)), new Cell(0.8, List.of(2, 1)),
                    new Cell(fast, List.of(1, 1, 1)));
            default -> List.of(new Cell(1, List.of(span)));
        };
    }
}
