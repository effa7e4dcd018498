package atelier.create.song;

import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.music.Chord;
import atelier.create.music.Form.Ending;
import atelier.create.music.Plan;
import atelier.create.music.Tune;
import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the sung melody: each syllable gets its place in the bar and then its pitch. A chorus comes back note by note, a
/// second verse keeps the first one's tune as far as its words allow.
final class Singer {
    // A twelfth: what most people can sing.
    private static final int LOWEST = -5, HIGHEST = 14, LONGEST = 8;

    private final SongPlan plan;
    private final Plan music;
    private final Placement placement;
    private final Tune tune;
    private final Syllables syllables;
    private final Map<String, Sung> known = new HashMap<>();
    private final Map<String, Sung> models = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Score.Lyric> lyrics = new ArrayList<>();
    private int before = Tune.FREE;

    Singer(SongPlan plan, Syllables syllables) {
        this.plan = plan;
        this.syllables = syllables;
        music = plan.music();
        placement = new Placement(music.metre(), music.style().syncopated(), music.density());
        tune = new Tune(music.key().scale(), LOWEST, HIGHEST);
    }

    List<Note> notes() {
        return notes;
    }

    List<Score.Lyric> lyrics() {
        return lyrics;
    }

    // A line with its syllables, their places in semiquavers from the line's first bar, lengths and steps of the ladder.
    private record Sung(List<Syllable> syllables, List<Integer> onsets, List<Integer> lengths, List<Integer> steps) {
        int nearest(int onset) {
            int best = 0;
            for (int i = 1; i < onsets.size(); i++) {
                best = Math.abs(onsets.get(i) - onset) < Math.abs(onsets.get(best) - onset) ? i : best;
            }
            return steps.get(best);
        }
    }

    // A line's place and what is asked of it.
    private record Task(Section section, int index, List<Chord> chords, Ending ending) {
        Role role() {
            return section.role();
        }

        int bars() {
            return section.barsOf(index);
        }
    }

    Singer sing() {
        int bar = 0;
        for (int i = 0; i < plan.sections().size(); i++) {
            Section section = plan.sections().get(i);
            boolean last = plan.sections().subList(i + 1, plan.sections().size()).stream()
                    .noneMatch(later -> later.role().sung());
            for (int line = 0; line < section.lyrics().size(); line++) {
                int from = line * section.lineBars();
                List<Chord> chords = section.chords().subList(from, from + section.barsOf(line)).stream()
                        .map(Numeral::chord).toList();
                var task = new Task(section, line, chords, ending(section, line, last));
                String material = section.role() + " " + line + section.lyrics().get(line) + chords + task.ending();
                Sung sung = known.get(material);
                if (sung == null) {
                    sung = line(task);
                    known.put(material, sung);
                    models.putIfAbsent(section.role() + " " + line, sung);
                }
                write(sung, bar + from, section.role());
            }
            bar += section.bars();
        }
        return this;
    }

    private static Ending ending(Section section, int line, boolean last) {
        boolean closing = line == section.lines() - 1;
        boolean home = section.chords().get(section.bars() - 1).isTonic();
        if (closing) {
            return home ? last ? Ending.LAST : Ending.FULL : Ending.HALF;
        }
        return line == (section.lines() - 1) / 2 ? Ending.HALF : Ending.OPEN;
    }

    private Sung line(Task task) {
        int steps = task.bars() * music.metre().steps();
        int breath = steps >= 16 ? Math.clamp(music.metre().steps() / 4, 2, 4) : steps >= 6 ? 1 : 0;
        int until = steps - breath;
        List<Syllable> words = merged(syllables.of(task.section().lyrics().get(task.index())), until);
        Random chance = music.random("sung " + task.role() + task.index());
        Sung like = like(task);
        Set<Integer> places = like == null ? Set.of() : new HashSet<>(like.onsets());
        Hook hook = task.index() == 0 && task.bars() > 1 ? task.section().hook() : null;
        List<Integer> onsets = new ArrayList<>();
        if (hook != null && hook.degrees().size() < words.size()) {
            for (int at = 0; at < hook.rhythm().length(); at++) {
                if (hook.rhythm().charAt(at) == 'x') {
                    onsets.add(at);
                }
            }
        } else {
            hook = null;
        }
        int from = hook == null ? 0 : music.metre().steps();
        onsets.addAll(placement.place(words.subList(onsets.size(), words.size()), from, until, places, chance));
        List<Integer> lengths = lengths(onsets, until);
        int[] pitches = tune.compose(slots(task, onsets, lengths, steps, like), before, task.ending(), chance);
        for (int i = 0; hook != null && i < hook.degrees().size(); i++) {
            pitches[i] = tune.degree(hook.degrees().get(i));
        }
        return new Sung(words, onsets, lengths, Arrays.stream(pitches).boxed().toList());
    }

    // More syllables than places: the last ones share a note.
    private static List<Syllable> merged(List<Syllable> syllables, int places) {
        List<Syllable> all = new ArrayList<>(syllables.isEmpty()
                ? List.of(new Syllable("la", false, true))
                : syllables);
        while (all.size() > Math.max(1, places)) {
            Syllable last = all.removeLast();
            Syllable first = all.removeLast();
            all.add(new Syllable(first.text() + (first.joins() ? "" : " ") + last.text(), last.joins(),
                    first.stressed() || last.stressed()));
        }
        return all;
    }

    private @Nullable Sung like(Task task) {
        Sung earlier = models.get(task.role() + " " + task.index());
        return earlier != null || task.index() < 2 ? earlier : models.get(task.role() + " " + task.index() % 2);
    }

    private List<Integer> lengths(List<Integer> onsets, int until) {
        int steps = music.metre().steps();
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < onsets.size(); i++) {
            int at = onsets.get(i);
            int barEnd = at - at % steps + steps;
            int next = i + 1 < onsets.size() ? Math.min(onsets.get(i + 1), at + LONGEST) : Math.max(until, at + 1);
            lengths.add(Math.max(1, Math.min(next, barEnd) - at));
        }
        return lengths;
    }

    private List<Tune.Slot> slots(Task task, List<Integer> onsets, List<Integer> lengths, int steps,
            @Nullable Sung like) {
        List<Tune.Slot> slots = new ArrayList<>();
        for (int i = 0; i < onsets.size(); i++) {
            int at = onsets.get(i);
            int weight = Math.clamp(placement.weight(at) - 1, 0, 2);
            int reference = like == null || i == onsets.size() - 1 ? Tune.FREE : like.nearest(at);
            slots.add(new Tune.Slot(task.chords().get(at / music.metre().steps()), weight, lengths.get(i),
                    curve(task, (double) at / steps), reference));
        }
        return slots;
    }

    // An arch a line; a chorus lies higher than a verse, an answer comes down.
    private static double curve(Task task, double x) {
        double arch = 4 * x * (1 - x);
        double base = switch (task.role()) {
            case CHORUS -> 6;
            case BRIDGE, PRE_CHORUS -> 4.5;
            case VERSE, INTRO, INSTRUMENTAL, OUTRO -> 2;
        };
        return switch (task.ending()) {
            case OPEN -> base + 3.5 * arch;
            case HALF -> base + 1 + 3 * arch;
            case FULL, LAST -> (base + 3) * (1 - Math.min(1, 1.4 * x));
        };
    }

    private void write(Sung sung, int bar, Role role) {
        int from = bar * music.metre().ticks();
        for (int i = 0; i < sung.steps().size(); i++) {
            int onset = sung.onsets().get(i);
            int start = from + onset * Score.STEP;
            int velocity = 74 + 5 * placement.weight(onset) + 5 * role.energy() + Math.floorMod(31 * start / 60, 5);
            notes.add(new Note(start, sung.lengths().get(i) * Score.STEP, tonic() + tune.pitch(sung.steps().get(i)),
                    Math.min(118, velocity)));
            Syllable syllable = sung.syllables().get(i);
            lyrics.add(new Score.Lyric(start, syllable.text(), syllable.joins(), i == 0));
        }
        before = sung.steps().getLast();
    }

    // The same tune fits a voice in every key.
    private int tonic() {
        int pitchClass = music.key().pitchClass();
        return pitchClass <= 7 ? 60 + pitchClass : 48 + pitchClass;
    }
}
