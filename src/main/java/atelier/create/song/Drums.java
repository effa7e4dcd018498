package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// The drums: a groove a section, a fill into the next, a cymbal where a chorus begins.
final class Drums {
    private static final int CRASH = 49, KICK = 36, SNARE = 38, RIM = 37, LEAST_BARS_FOR_FILL = 4;
    private static final List<Integer> TOMS = List.of(48, 47, 45, 43);
    // Of what a verse has.
    private static final double[] LOUDNESS = {0.85, 1, 1.1};
    private static final Set<String> SOFT = Set.of("ballad", "jazz", "folk", "waltz", "lo-fi", "bossa", "lullaby",
            "ambient", "classical", "celtic");
    private static final Map<String, Integer> VOICES = new LinkedHashMap<>();

    static {
        VOICES.put("kick", KICK);
        VOICES.put("snare", SNARE);
        VOICES.put("rim", RIM);
        VOICES.put("clap", 39);
        VOICES.put("hat", 42);
        VOICES.put("pedal", 44);
        VOICES.put("open", 46);
        VOICES.put("ride", 51);
        VOICES.put("shaker", 70);
    }

    private final Metre metre;
    private final Groove groove;
    private final boolean soft;
    private final Random random;
    private final List<Note> notes = new ArrayList<>();

    Drums(SongPlan plan, Groove groove) {
        metre = plan.music().metre();
        this.groove = groove;
        soft = SOFT.contains(plan.genre());
        random = plan.music().random("fills");
    }

    List<Note> play(List<Section> sections) {
        int bar = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean last = i == sections.size() - 1;
            boolean fills = !last && section.bars() >= LEAST_BARS_FOR_FILL && sections.get(i + 1).role().energy() > 0
                    && metre.steps() >= 8;
            if (section.role() == Role.CHORUS || section.role() == Role.INSTRUMENTAL) {
                hit(bar, 0, CRASH, soft ? 78 : 102);
            }
            double loudness = LOUDNESS[section.role().energy()];
            for (int j = 0; j < section.bars(); j++) {
                boolean end = j == section.bars() - 1;
                if (end && last) {
                    hit(bar + j, 0, CRASH, soft ? 74 : 96);
                    hit(bar + j, 0, KICK, soft ? 84 : 104);
                } else {
                    int from = end && fills ? metre.steps() - fill() : metre.steps();
                    bar(bar + j, loudness, section.role().energy(), from);
                    if (from < metre.steps()) {
                        fill(bar + j, from);
                    }
                }
            }
            bar += section.bars();
        }
        return notes;
    }

    // One beat or two.
    private int fill() {
        List<Integer> groups = metre.groups();
        int one = groups.getLast();
        boolean two = !soft && groups.size() >= 4 && random.nextBoolean();
        return two ? one + groups.get(groups.size() - 2) : one;
    }

    private void bar(int bar, double loudness, int energy, int until) {
        VOICES.forEach((voice, pitch) -> {
            String steps = groove.bar(voice, energy);
            for (int at = 0; at < until; at++) {
                switch (steps.charAt(at)) {
                    case 'X' -> hit(bar, at, pitch, 102 * loudness);
                    case 'x' -> hit(bar, at, pitch, (at % 4 == 0 ? 84 : 76) * loudness);
                    case 'o' -> hit(bar, at, pitch, 52 * loudness);
                    default -> {
                    }
                }
            }
        });
    }

    // Down the toms, a roll that grows, or strokes with gaps; softly on snare and rim where the genre is soft.
    private void fill(int bar, int from) {
        int length = metre.steps() - from;
        int kind = random.nextInt(3);
        for (int i = 0; i < length; i++) {
            int velocity = (soft ? 50 : 78) + 26 * i / length;
            boolean gap = (kind == 2 && i % 4 == 1) || (soft && i % 2 == 1);
            if (!gap) {
                int tom = TOMS.get(Math.min(3, i * 4 / length));
                int pitch = soft ? i < length / 2 ? RIM : SNARE : kind == 1 || i == 0 ? SNARE : tom;
                hit(bar, from + i, pitch, velocity);
            }
        }
    }

    private void hit(int bar, int step, int pitch, double velocity) {
        notes.add(new Note(bar * metre.ticks() + step * Score.STEP, Score.STEP, pitch,
                (int) Math.clamp(velocity, 1, 122)));
    }
}
