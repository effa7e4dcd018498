package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.create.music.Manner;
import atelier.create.music.Tune;
import atelier.create.song.SongPlan.Hook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Finds when a line's syllables sound: bars of tune that a model gave as they are, the others by [Placement], with a turn
/// of several notes on a syllable where a line is short or comes to rest.
final class Setting {
    private static final int LONGEST = 8, TURNED = 4;

    private final Metre metre;
    private final Manner manner;
    private final Placement placement;

    Setting(Metre metre, Manner manner, Placement placement) {
        this.metre = metre;
        this.manner = manner;
        this.placement = placement;
    }

    /// A note still without pitch.
    ///
    /// @param syllable null where the one before goes on
    /// @param degree   [Tune#FREE], or the one a model gave
    record Beat(int onset, int length, @Nullable Syllable syllable, int degree) {
        Beat lasting(int newLength) {
            return new Beat(onset, newLength, syllable, degree);
        }
    }

    /// What is asked of a line.
    ///
    /// @param given  bars of tune by bar of the line
    /// @param pickup semiquavers before its first bar line that may be used
    /// @param like   where notes would begin
    /// @param rests  whether it comes to rest at its end
    record Line(List<Syllable> words, int bars, Map<Integer, Hook> given, int pickup,
            Placement.Figure like, boolean rests) {}

    /// Semiquavers without a note at the end of a line.
    int breath(int bars) {
        int steps = bars * metre.steps();
        int least = steps >= 16 ? Math.clamp(metre.steps() / 4, 2, 4) : steps >= 6 ? 1 : 0;
        return steps >= 24 && manner.pickup() > 0 ? Math.max(least, manner.pickup() + 2) : least;
    }

    List<Beat> set(Line line, Random chance) {
        int until = line.bars() * metre.steps() - breath(line.bars());
        if (line.given().isEmpty()) {
            return turned(placed(line, line.words(), 0, until, chance), line, chance);
        }
        List<Beat> all = new ArrayList<>();
        int onsets = line.given().values().stream().mapToInt(it -> it.degrees().size()).sum();
        int open = Math.max(0, line.words().size() - onsets);
        int openBars = line.bars() - line.given().size();
        Map<Integer, Hook> turning = Hooks.turning(line.given(), onsets - line.words().size(), metre, placement);
        int next = 0;
        for (int bar = 0; bar < line.bars(); bar++) {
            Hook hook = turning.get(bar);
            if (hook != null) {
                List<Beat> beats = beats(hook, bar, line.words().subList(next, line.words().size()));
                next += (int) beats.stream().filter(it -> it.syllable() != null).count();
                all.addAll(beats);
                continue;
            }
            int end = bar + 1;
            while (end < line.bars() && !line.given().containsKey(end)) {
                end++;
            }
            int share = openBars == end - bar ? open : open * (end - bar) / openBars;
            open -= share;
            openBars -= end - bar;
            if (share > 0) {
                all.addAll(placed(line, line.words().subList(next, next + share), bar * metre.steps(),
                        Math.min(until, end * metre.steps()), chance));
            }
            next += share;
            bar = end - 1;
        }
        return all;
    }

    private List<Beat> placed(Line line, List<Syllable> words, int from, int until, Random chance) {
        List<Integer> onsets = placement.place(words, from, until, from == 0 ? line.pickup() : 0, line.like(), chance);
        int steps = metre.steps();
        int longest = Math.max(LONGEST, steps / 4 * 3);
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < onsets.size(); i++) {
            int at = onsets.get(i);
            int barEnd = at - Math.floorMod(at, steps) + steps;
            int next = i + 1 < onsets.size() ? Math.min(onsets.get(i + 1), at + longest) : Math.max(until, at + 1);
            beats.add(new Beat(at, Math.max(1, Math.min(next, barEnd) - at), words.get(i), Tune.FREE));
        }
        return beats;
    }

    private static int held(String rhythm, int at) {
        int length = 1;
        while (at + length < rhythm.length() && rhythm.charAt(at + length) == '-') {
            length++;
        }
        return length;
    }

    // In a hook that turns, `X` begins a note of the syllable before.
    private List<Beat> beats(Hook hook, int bar, List<Syllable> words) {
        List<Beat> beats = new ArrayList<>();
        int next = 0;
        for (int at = 0; at < hook.rhythm().length(); at++) {
            char sign = hook.rhythm().charAt(at);
            if (sign == 'x' || sign == 'X') {
                Syllable syllable = sign == 'x' && next < words.size() ? words.get(next++) : null;
                beats.add(new Beat(bar * metre.steps() + at, held(hook.rhythm(), at), syllable,
                        hook.degrees().get(beats.size())));
            }
        }
        return beats;
    }

    // The longest held syllables that end a word move on.
    private List<Beat> turned(List<Beat> beats, Line line, Random chance) {
        boolean cadence = line.rests() && chance.nextDouble() < manner.turns();
        int short_ = (int) Math.round(line.bars() * metre.steps() / manner.room()) - beats.size();
        Map<Integer, List<Beat>> turns = new HashMap<>();
        List<Beat> held = beats.stream().filter(it -> it.length() >= TURNED && ends(it.syllable())).sorted(Comparator
                .comparingInt(Beat::length).reversed().thenComparingInt(Beat::onset)).toList();
        Beat last = beats.getLast();
        for (Beat beat : held) {
            boolean wanted = beat.equals(last) ? cadence && beat.length() >= TURNED + 2 : short_ > 0;
            if (wanted) {
                turns.put(beat.onset(), turn(beat, !beat.equals(last) && chance.nextBoolean()));
                short_ -= turns.getOrDefault(beat.onset(), List.of()).size() - 1;
            }
        }
        return beats.stream().flatMap(it -> turns.getOrDefault(it.onset(), List.of(it)).stream()).toList();
    }

    private static boolean ends(@Nullable Syllable syllable) {
        return syllable != null && !syllable.joins();
    }

    private static List<Beat> turn(Beat beat, boolean late) {
        int first = late ? beat.length() - 2 : 2;
        return List.of(beat.lasting(first),
                new Beat(beat.onset() + first, beat.length() - first, null, Tune.FREE));
    }
}
