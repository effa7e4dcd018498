package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers of a melody in 4/4, and the bands in which 90 of 100 human melodies lie (of 544 pop songs or of 1,016 folk
/// tunes, whichever reaches further).
final class Metrics {
    private record Band(double low, double high) {}

    private static final Map<String, Band> HUMAN = Map.ofEntries(Map.entry("scale consistency", new Band(0.864, 1)),
            Map.entry("pitch class entropy", new Band(2.26, 3.07)), Map.entry("range", new Band(12, 24)),
            Map.entry("groove", new Band(0.609, 0.941)), Map.entry("steps", new Band(0.281, 0.723)),
            Map.entry("unisons", new Band(0.008, 0.408)), Map.entry("leaps", new Band(0, 0.119)),
            Map.entry("mean interval", new Band(1.69, 3.49)), Map.entry("chord tones on beats", new Band(0.48, 0.937)),
            Map.entry("notes a bar", new Band(2.73, 7.5)), Map.entry("repeated bars", new Band(0.424, 1)),
            Map.entry("ends on the tonic", new Band(1, 1)));

    private Metrics() {}

    /// Share of the numbers inside the human bands.
    static double human(Map<String, Double> metrics) {
        return metrics.entrySet().stream().filter(metric -> {
            Band band = HUMAN.get(metric.getKey());
            return band != null && metric.getValue() >= band.low() && metric.getValue() <= band.high();
        }).count() / (double) HUMAN.size();
    }

    static Map<String, Double> of(List<Note> notes, Key key, Changes changes, int bars) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("scale consistency", share(notes, notes.stream().filter(n -> key.contains(n.pitch())).count()));
        metrics.put("pitch class entropy", entropy(notes));
        var pitches = notes.stream().mapToInt(Note::pitch).summaryStatistics();
        metrics.put("range", (double) pitches.getMax() - pitches.getMin());
        metrics.put("groove", groove(notes, bars));
        intervals(notes, metrics);
        var beats = notes.stream().filter(note -> note.start() % Score.PPQ == 0).toList();
        metrics.put("chord tones on beats", share(beats, beats.stream().filter(note -> {
            int step = note.start() / Score.STEP;
            return changes.at(step / 16, step % 16).contains(note.pitch() - key.pitchClass());
        }).count()));
        metrics.put("notes a bar", notes.size() / (double) bars);
        metrics.put("repeated bars", repeated(notes, bars));
        metrics.put("ends on the tonic", Math.floorMod(notes.getLast().pitch(), 12) == key.pitchClass() ? 1.0 : 0);
        return metrics;
    }

    private static double share(List<Note> of, long count) {
        return count / (double) of.size();
    }

    private static double entropy(List<Note> notes) {
        var counts = new HashMap<Integer, Integer>();
        notes.forEach(note -> counts.merge(note.pitch() % 12, 1, Integer::sum));
        return counts.values().stream().mapToDouble(count -> (double) count / notes.size())
                .map(p -> -p * Math.log(p) / Math.log(2)).sum();
    }

    private static void intervals(List<Note> notes, Map<String, Double> metrics) {
        int steps = 0;
        int unisons = 0;
        int leaps = 0;
        double sum = 0;
        for (int i = 1; i < notes.size(); i++) {
            int interval = Math.abs(notes.get(i).pitch() - notes.get(i - 1).pitch());
            steps += interval == 1 || interval == 2 ? 1 : 0;
            unisons += interval == 0 ? 1 : 0;
            leaps += interval > 7 ? 1 : 0;
            sum += interval;
        }
        double count = notes.size() - 1;
        metrics.put("steps", steps / count);
        metrics.put("unisons", unisons / count);
        metrics.put("leaps", leaps / count);
        metrics.put("mean interval", sum / count);
    }

    private static double groove(List<Note> notes, int bars) {
        var onsets = new boolean[bars][16];
        notes.forEach(note -> onsets[note.start() / Score.STEP / 16][note.start() / Score.STEP % 16] = true);
        double same = 0;
        for (int bar = 1; bar < bars; bar++) {
            for (int step = 0; step < 16; step++) {
                same += onsets[bar][step] == onsets[bar - 1][step] ? 1 : 0;
            }
        }
        return same / 16 / (bars - 1);
    }

    private static double repeated(List<Note> notes, int bars) {
        var contents = new HashMap<Set<String>, Integer>();
        for (int bar = 0; bar < bars; bar++) {
            var content = new HashSet<String>();
            for (Note note : notes) {
                if (note.start() / Score.STEP / 16 == bar) {
                    content.add(note.start() / Score.STEP % 16 + ":" + note.pitch());
                }
            }
            contents.merge(content, 1, Integer::sum);
        }
        return contents.values().stream().filter(count -> count > 1).mapToInt(Integer::intValue).sum() / (double) bars;
    }
}
