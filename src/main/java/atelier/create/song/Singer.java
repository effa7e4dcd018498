package atelier.create.song;

import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.music.Chord;
import atelier.create.music.Form.Ending;
import atelier.create.music.Manner;
import atelier.create.music.Plan;
import atelier.create.music.Tune;
import atelier.create.song.Placement.Figure;
import atelier.create.song.Setting.Beat;
import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.create.song.Sung.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the sung melody: each syllable gets its place in the bar and then its pitch. A refrain comes back note by note, a
/// second verse begins like the first and goes its own way, an answer takes up its question.
final class Singer {
    // A twelfth: what most people can sing.
    static final int LOWEST = -5, HIGHEST = 14;

    private final SongPlan plan;
    private final Plan music;
    private final Manner manner;
    private final Placement placement;
    private final Setting setting;
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
        manner = music.style().manner();
        placement = Placement.of(music);
        setting = new Setting(music.metre(), manner, placement);
        tune = new Tune(music.key().scale(), manner, LOWEST, HIGHEST);
    }

    List<Note> notes() {
        return notes;
    }

    List<Score.Lyric> lyrics() {
        return lyrics;
    }

    // A line's place and what is asked of it.
    private record Task(Section section, int index, List<Chord> chords, Ending ending, int pickup) {
        Role role() {
            return section.role();
        }

        int bars() {
            return section.barsOf(index);
        }

        Map<Integer, Hook> given() {
            int from = index * section.lineBars();
            return section.tune().entrySet().stream()
                    .filter(it -> it.getKey() >= from && it.getKey() < from + bars())
                    .collect(Collectors.toMap(it -> it.getKey() - from, Map.Entry::getValue));
        }

        // Lines of the same words over the same chords are the same line, wherever they stand.
        String material() {
            return role() + section.lyrics().get(index) + chords + ending + pickup + given();
        }

        // A later verse answers its questions in its own way; a chorus has but one.
        String chance() {
            return "sung " + (role() == Role.VERSE && index % 2 == 1 ? section.name() : role()) + index;
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
                var task = new Task(section, line, chords, ending(section, line, last), pickup(bar + from));
                Sung sung = known.get(task.material());
                if (sung == null) {
                    sung = line(task);
                    known.put(task.material(), sung);
                    models.putIfAbsent(section.role() + " " + line, sung);
                }
                write(sung, bar + from, section.role());
            }
            bar += section.bars();
        }
        return this;
    }

    // What may lead into a line, with a breath before it.
    private int pickup(int bar) {
        int end = notes.isEmpty() ? 0 : notes.getLast().end() / Score.STEP;
        int free = bar * music.metre().steps() - end - (notes.isEmpty() ? 0 : 2);
        return Math.clamp(free - free % 2L, 0, music.metre().steps() >= 8 ? manner.pickup() : 0);
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
        List<Syllable> words = merged(syllables.of(task.section().lyrics().get(task.index())),
                steps - setting.breath(task.bars()));
        Random chance = music.random(task.chance());
        Sung like = like(task);
        var contour = Contour.drawn(music.random("contour " + task.role() + task.index() % 2));
        var places = like == null
                ? Figure.loose(Cells.drawn(plan.genre(), music.metre(), task.bars(),
                        music.random("cell " + task.role() + task.index() % 2)))
                : Figure.close(like.tones().stream().map(Tone::onset).collect(Collectors.toSet()));
        List<Beat> beats = setting.set(new Setting.Line(words, task.bars(), task.given(), task.pickup(), places,
                task.ending() != Ending.OPEN), chance);
        int[] pitches = tune.compose(slots(task, beats, contour, like), before, task.ending(), chance);
        return new Sung(tones(beats, pitches));
    }

    // A turn that does not move is no turn.
    private static List<Tone> tones(List<Beat> beats, int[] pitches) {
        List<Tone> tones = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            Tone last = tones.isEmpty() ? null : tones.getLast();
            boolean stays = beat.syllable() == null && beat.degree() == Tune.FREE && last != null
                    && last.step() == pitches[i];
            if (stays && last != null) {
                tones.removeLast();
                tones.add(new Tone(last.onset(), last.length() + beat.length(), last.step(), last.syllable()));
            } else {
                tones.add(new Tone(beat.onset(), beat.length(), pitches[i], beat.syllable()));
            }
        }
        return tones;
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

    private List<Tune.Slot> slots(Task task, List<Beat> beats, Contour contour, @Nullable Sung like) {
        int steps = task.bars() * music.metre().steps();
        // The motif comes back; an answer begins like the one before and goes another way.
        int follows = task.index() % 2 == 1 ? steps / 2 : steps;
        List<Tune.Slot> slots = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            boolean fixed = beat.degree() != Tune.FREE;
            boolean free = like == null || i == beats.size() - 1 || beat.onset() >= follows;
            int reference = fixed
                    ? tune.degree(beat.degree())
                    : free || like == null ? Tune.FREE : like.nearest(beat.onset());
            int weight = Math.clamp(placement.weight(beat.onset()) - 1, 0, 2);
            int bar = Math.max(0, Math.floorDiv(beat.onset(), music.metre().steps()));
            slots.add(new Tune.Slot(task.chords().get(bar), weight, beat.length(),
                    contour.at((double) Math.max(0, beat.onset()) / steps, task.role(), task.ending(), manner.span()),
                    reference, fixed));
        }
        return slots;
    }

    private void write(Sung sung, int bar, Role role) {
        int from = bar * music.metre().ticks();
        boolean begins = true;
        for (Tone tone : sung.tones()) {
            int start = from + tone.onset() * Score.STEP;
            int velocity = 74 + 5 * placement.weight(tone.onset()) + 5 * role.energy();
            notes.add(new Note(start, tone.length() * Score.STEP, tonic() + tune.pitch(tone.step()),
                    Math.min(118, velocity)));
            Syllable syllable = tone.syllable();
            if (syllable != null) {
                lyrics.add(new Score.Lyric(start, syllable.text(), syllable.joins(), begins));
                begins = false;
            }
        }
        before = sung.tones().getLast().step();
    }

    // The same tune fits a voice in every key.
    private int tonic() {
        int pitchClass = music.key().pitchClass();
        return pitchClass <= 7 ? 60 + pitchClass : 48 + pitchClass;
    }
}
