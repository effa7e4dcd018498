package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.create.song.SongPlan.Hook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Judges bars of tune that a model wrote: what fits the bar, the voice and the words of its line is kept as it is, but for
/// a slip of one semiquaver or one note.
final class Hooks {
    private static final int LOWEST = -2, HIGHEST = 9, LARGEST_LEAP = 7, SLIP = 1;

    private Hooks() {}

    /// A bar that can be sung; empty where too much of it would have to be guessed.
    static Optional<Hook> fitted(Hook hook, int steps) {
        int onsets = (int) hook.rhythm().chars().filter(it -> it == 'x').count();
        if (Math.abs(hook.rhythm().length() - steps) > SLIP || Math.abs(onsets - hook.degrees().size()) > SLIP) {
            return Optional.empty();
        }
        var rhythm = new StringBuilder(hook.rhythm());
        while (rhythm.length() < steps) {
            rhythm.append('-');
        }
        rhythm.setLength(steps);
        List<Integer> degrees = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            boolean held = rhythm.charAt(i) == '-' && (i == 0 || rhythm.charAt(i - 1) == '.');
            if (held) {
                rhythm.setCharAt(i, '.');
            }
            if (rhythm.charAt(i) == 'x' && degrees.size() >= hook.degrees().size()) {
                rhythm.setCharAt(i, i > 0 && rhythm.charAt(i - 1) != '.' ? '-' : '.');
            } else if (rhythm.charAt(i) == 'x') {
                degrees.add(hook.degrees().get(degrees.size()));
            }
        }
        return singable(degrees) ? Optional.of(new Hook(rhythm.toString(), degrees)) : Optional.empty();
    }

    private static boolean singable(List<Integer> degrees) {
        boolean sings = !degrees.isEmpty() && degrees.stream().allMatch(it -> it >= LOWEST && it <= HIGHEST);
        for (int i = 1; i < degrees.size(); i++) {
            sings &= Math.abs(degrees.get(i) - degrees.get(i - 1)) <= LARGEST_LEAP;
        }
        return sings;
    }

    /// Of a line's bars those that its words fit: from the last on they are given up until they do.
    ///
    /// @param offered by bar of the line
    static Map<Integer, Hook> fitting(Map<Integer, Hook> offered, int bars, int syllables, Metre metre,
            Placement placement) {
        var kept = new TreeMap<>(offered);
        while (!kept.isEmpty() && !fits(kept, bars, syllables, metre, placement)) {
            kept.pollLastEntry();
        }
        return kept;
    }

    private static boolean fits(Map<Integer, Hook> given, int bars, int syllables, Metre metre,
            Placement placement) {
        int left = syllables - given.values().stream().mapToInt(it -> it.degrees().size()).sum();
        int open = bars - given.size();
        if (open > 0) {
            return left >= 0 && left <= open * metre.steps() / 2 - 3;
        }
        return left == 0 || (left < 0 && turnable(given, metre, placement).size() >= -left);
    }

    // A note of a line's given bars.
    private record Place(int bar, int at, int weight) {}

    // Notes that may carry on a syllable: those that follow another without a gap, the weakest first.
    private static List<Place> turnable(Map<Integer, Hook> given, Metre metre, Placement placement) {
        List<Place> places = new ArrayList<>();
        given.forEach((bar, hook) -> {
            for (int at = 1; at < metre.steps(); at++) {
                if (hook.rhythm().charAt(at) == 'x' && hook.rhythm().charAt(at - 1) != '.') {
                    places.add(new Place(bar, at, placement.weight(at)));
                }
            }
        });
        places.sort(Comparator.comparingInt(Place::weight).thenComparingInt(Place::bar).thenComparingInt(Place::at));
        return places;
    }

    /// The same bars with `X` where a note carries on a syllable.
    static Map<Integer, Hook> turning(Map<Integer, Hook> given, int surplus, Metre metre, Placement placement) {
        Map<Integer, Hook> turning = new TreeMap<>(given);
        turnable(given, metre, placement).stream().limit(Math.max(0, surplus)).forEach(place -> turning
                .computeIfPresent(place.bar(), (_, hook) -> {
                    var rhythm = new StringBuilder(hook.rhythm());
                    rhythm.setCharAt(place.at(), 'X');
                    return new Hook(rhythm.toString(), hook.degrees());
                }));
        return turning;
    }
}
