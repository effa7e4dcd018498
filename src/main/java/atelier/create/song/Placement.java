package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.create.music.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Finds the semiquavers a line's syllables begin on: stressed ones on beats, evenly spread, the last one early enough to be
/// held. The cheapest way, not the first.
final class Placement {
    private static final double NOISE = 0.5;

    private final Metre metre;
    private final boolean syncopated;
    private final double density;

    Placement(Metre metre, boolean syncopated, double density) {
        this.metre = metre;
        this.syncopated = syncopated;
        this.density = density;
    }

    /// Where notes would begin, and how much that counts.
    record Figure(Set<Integer> places, double pull) {
        /// Of a genre.
        static Figure loose(Set<Integer> places) {
            return new Figure(places, 0.9);
        }

        /// Of a line that is to come back.
        static Figure close(Set<Integer> places) {
            return new Figure(places, 1.7);
        }

        boolean contains(int at) {
            return places.contains(at);
        }
    }

    static Placement of(Plan music) {
        return new Placement(music.metre(), music.style().syncopated(), music.density());
    }

    /// Finds places.
    ///
    /// @param from   first semiquaver that may be used, counted from the line's first bar line
    /// @param until  the first that may not
    /// @param pickup semiquavers before the first that syllables without stress may have
    /// @param like   where the genre, or an earlier line like this one, has its syllables
    List<Integer> place(List<Syllable> syllables, int from, int until, int pickup, Figure like, Random random) {
        int room = until - from;
        int count = syllables.size();
        boolean quavers = from % 2 == 0 && like.places().stream().noneMatch(at -> at % 2 != 0);
        int grid = count * 2 <= room - 2 && quavers ? 2 : 1;
        int light = 0;
        while (light < count - 1 && !syllables.get(light).stressed()) {
            light++;
        }
        List<Integer> spots = new ArrayList<>();
        for (int at = light == 0 ? from : from - pickup; at < until; at += at < from ? 2 : grid) {
            spots.add(at);
        }
        int least = metre.compound() ? 2 : density < 0.5 ? 4 : 3;
        double ideal = Math.min((double) room / (count + 1),
                Math.max(least, metre.steps() == 12 && !metre.compound() ? 6 : metre.tap()));
        var cost = new double[count][spots.size()];
        var back = new int[count][spots.size()];
        for (int i = 0; i < count; i++) {
            Arrays.fill(cost[i], Double.POSITIVE_INFINITY);
            for (int p = i; p < spots.size() - (count - 1 - i); p++) {
                int at = spots.get(p);
                if (at < from && i >= light) {
                    continue;
                }
                double own = own(syllables.get(i), at, i == count - 1, until, like) + random.nextDouble() * NOISE
                        - (like.contains(at) ? like.pull() : 0);
                if (i == 0) {
                    cost[0][p] = own + 0.12 * (at - from) * (at - from) / ideal;
                }
                for (int q = i - 1; i > 0 && q < p; q++) {
                    double total = cost[i - 1][q] + own + gap(at - spots.get(q), ideal, syllables.get(i - 1));
                    if (total < cost[i][p]) {
                        cost[i][p] = total;
                        back[i][p] = q;
                    }
                }
            }
        }
        return path(cost, back, spots);
    }

    private static List<Integer> path(double[][] cost, int[][] back, List<Integer> spots) {
        int last = cost.length - 1;
        int p = last;
        for (int i = 0; i < spots.size(); i++) {
            p = cost[last][i] < cost[last][p] ? i : p;
        }
        var onsets = new Integer[cost.length];
        for (int i = last; i >= 0; i--) {
            onsets[i] = spots.get(p);
            p = back[i][p];
        }
        return List.of(onsets);
    }

    private double own(Syllable syllable, int at, boolean last, int until, Figure like) {
        int weight = weight(at);
        double cost = syllable.stressed()
                ? weight == 0 ? syncopated ? 1.2 : 1.9 : weight == 1 ? syncopated ? 0.5 : 0.9 : weight == 2 ? 0.2 : 0
                : weight >= 3 ? 0.9 : weight == 2 ? 0.3 : 0;
        cost *= syncopated && like.contains(at) ? 0.4 : 1;
        if (last) {
            int held = until - at;
            cost += held < 3 ? 1.6 : held < 5 ? 0.5 : 0;
            cost += weight >= 2 ? 0 : 0.7;
        }
        return cost + (at % 2 == 0 || like.contains(at) ? 0 : 0.5);
    }

    private static double gap(int gap, double ideal, Syllable before) {
        double off = (gap - ideal) / ideal;
        double within = before.joins() && gap > 4 ? 0.25 * (gap - 4) : 0;
        return 0.8 * off * off + (gap % 2 == 1 ? 0.35 : 0) + within;
    }

    /// 4 where a bar begins, 3 in the middle of a long one, 2 on other beats, 1 between them, 0 elsewhere.
    int weight(int step) {
        int at = 0;
        int place = Math.floorMod(step, metre.steps());
        List<Integer> groups = metre.groups();
        for (int i = 0; i < groups.size(); i++) {
            if (at == place) {
                boolean middle = groups.size() % 2 == 0 && groups.size() > 2 && i == groups.size() / 2;
                return i == 0 ? 4 : middle ? 3 : 2;
            }
            at += groups.get(i);
        }
        return place % 2 == 0 ? 1 : 0;
    }
}
