package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Sixteen numbers that tell a melody of people from notes drawn at random, and a few more to look at; the grid is the
/// semiquaver, sixteen a bar of 4/4, twelve in 3/4 and 6/8; bars of 2/4 are taken two by two. A tune is measured from the bar of its first
/// note to that of its last. The definitions are checked in [MelodyMetricsTest] against what the literature's random
/// melodies give; the bands are those of [HumanBands].
public final class MelodyMetrics {
    private final Sample sample;
    private final List<Note> notes;
    private final int steps;
    private final int bars;
    private final List<Map<Integer, Integer>> grid = new ArrayList<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /// A tune and what sounds below it.
    ///
    /// @param chords by semiquaver from the beginning
    /// @param changes names of the chords in order, one for each change
    public record Sample(List<Note> notes, Key key, Metre metre, IntFunction<Chord> chords, List<String> changes) {}

    private MelodyMetrics(Sample sample) {
        this.sample = sample;
        steps = sample.metre().steps() == 8 ? 16 : sample.metre().steps();
        int first = step(sample.notes().getFirst()) / steps;
        notes = sample.notes().stream().map(it -> new Note(it.start() - first * steps * Score.STEP, it.length(),
                it.pitch(), it.velocity())).toList();
        bars = step(notes.getLast()) / steps + 1;
        for (int bar = 0; bar < bars; bar++) {
            grid.add(new HashMap<>());
        }
        notes.forEach(note -> grid.get(step(note) / steps).put(step(note) % steps, note.pitch()));
    }

    /// Name and value, the sixteen of [HumanBands] among them.
    public static Map<String, Double> of(Sample sample) {
        var metrics = new MelodyMetrics(sample);
        metrics.pitches();
        metrics.rhythm();
        metrics.intervals();
        metrics.form();
        return metrics.numbers;
    }

    private static int step(Note note) {
        return note.start() / Score.STEP;
    }

    private void pitches() {
        numbers.put("scaleConsistency", IntStream.range(0, 12).mapToDouble(tonic -> notes.stream()
                .filter(it -> Scale.MAJOR.steps().contains(Math.floorMod(it.pitch() - tonic, 12))).count()
                / (double) notes.size()).max().orElse(0));
        numbers.put("pcEntropy", entropy(notes.stream().map(it -> it.pitch() % 12).toList()));
        numbers.put("nPC", (double) notes.stream().map(it -> it.pitch() % 12).distinct().count());
        var range = notes.stream().mapToInt(Note::pitch).summaryStatistics();
        numbers.put("range", (double) range.getMax() - range.getMin());
        numbers.put("H1", windows(1));
        numbers.put("H4", windows(4));
        int first = step(sample.notes().getFirst()) / steps * steps;
        List<Note> beats = notes.stream().filter(note -> beat(step(note) % steps)).toList();
        numbers.put("chordToneStrong", beats.isEmpty()
                ? 0
                : (double) beats.stream().filter(note -> sample.chords()
                        .apply(first + step(note)).contains(note.pitch() - sample.key().pitchClass())).count()
                        / beats.size());
        numbers.put("finalTonic",
                Math.floorMod(notes.getLast().pitch(), 12) == sample.key().pitchClass() ? 1.0 : 0);
    }

    // Mean entropy of the pitch classes of so many bars, where something sounds.
    private double windows(int length) {
        return IntStream.rangeClosed(0, Math.max(0, bars - length))
                .mapToObj(from -> grid.subList(from, Math.min(bars, from + length)).stream()
                        .flatMap(bar -> bar.values().stream()).map(pitch -> pitch % 12).toList())
                .filter(classes -> !classes.isEmpty()).mapToDouble(MelodyMetrics::entropy).average().orElse(0);
    }

    private boolean beat(int step) {
        int at = 0;
        for (int group : sample.metre().groups()) {
            if (at == step % sample.metre().steps()) {
                return true;
            }
            at += group;
        }
        return false;
    }

    static double entropy(Collection<?> values) {
        var counts = new HashMap<Object, Integer>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.values().stream().mapToDouble(count -> (double) count / values.size())
                .map(p -> -p * Math.log(p) / Math.log(2)).sum();
    }

    private void rhythm() {
        numbers.put("groove16", IntStream.range(1, bars).mapToDouble(bar -> alike(bar - 1, bar)).average().orElse(1));
        numbers.put("GS16", IntStream.range(0, bars).boxed().flatMapToDouble(
                a -> IntStream.range(a + 1, bars).mapToDouble(b -> alike(a, b))).average().orElse(1));
        numbers.put("notesPerBar", (double) notes.size() / bars);
        numbers.put("rhythmEntropy", entropy(notes.stream().map(Note::length).toList()));
        numbers.put("emptyBar", (double) grid.stream().filter(Map::isEmpty).count() / bars);
        numbers.put("offbeatRate",
                (double) notes.stream().filter(note -> !beat(step(note) % steps)).count() / notes.size());
    }

    private double alike(int one, int other) {
        Set<Integer> a = grid.get(one).keySet();
        Set<Integer> b = grid.get(other).keySet();
        return IntStream.range(0, steps).filter(at -> a.contains(at) == b.contains(at)).count() / (double) steps;
    }

    private void intervals() {
        List<Integer> moves = IntStream.range(1, notes.size())
                .mapToObj(i -> notes.get(i).pitch() - notes.get(i - 1).pitch()).toList();
        double count = Math.max(1, moves.size());
        numbers.put("stepRate", moves.stream().filter(it -> Math.abs(it) == 1 || Math.abs(it) == 2).count() / count);
        numbers.put("unisonRate", moves.stream().filter(it -> it == 0).count() / count);
        numbers.put("leapRate", moves.stream().filter(it -> Math.abs(it) > 7).count() / count);
        numbers.put("meanAbsInt", moves.stream().mapToInt(Math::abs).sum() / count);
    }

    private void form() {
        numbers.put("barRepeat1", repeated(1));
        numbers.put("barRepeat2", repeated(2));
        numbers.put("simLag", IntStream.of(4, 8, 16).filter(lag -> lag < bars).mapToDouble(this::alikeAt).max()
                .orElse(0));
        List<String> changes = sample.changes();
        List<List<String>> trigrams = IntStream.rangeClosed(0, changes.size() - 3)
                .mapToObj(i -> changes.subList(i, i + 3)).toList();
        numbers.put("CPI3", trigrams.isEmpty() ? 1 : trigrams.stream().distinct().count() / (double) trigrams.size());
    }

    // Share of groups of so many bars with notes that stand somewhere else exactly so.
    private double repeated(int length) {
        var counts = new HashMap<List<Map<Integer, Integer>>, Integer>();
        int all = 0;
        for (int bar = 0; bar + length <= bars; bar++) {
            List<Map<Integer, Integer>> group = grid.subList(bar, bar + length);
            if (group.stream().noneMatch(Map::isEmpty)) {
                counts.merge(List.copyOf(group), 1, Integer::sum);
                all++;
            }
        }
        return counts.values().stream().filter(count -> count > 1).mapToInt(Integer::intValue).sum()
                / (double) Math.max(1, all);
    }

    // Of bars so far apart, how many of their notes are the same in time and pitch.
    private double alikeAt(int lag) {
        return IntStream.range(0, bars - lag).filter(bar -> !grid.get(bar).isEmpty() || !grid.get(bar + lag).isEmpty())
                .mapToDouble(bar -> 2.0 * shared(bar, bar + lag) / (grid.get(bar).size() + grid.get(bar + lag).size()))
                .average().orElse(0);
    }

    private long shared(int one, int other) {
        return grid.get(one).entrySet().stream()
                .filter(it -> Objects.equals(grid.get(other).get(it.getKey()), it.getValue())).count();
    }
}
