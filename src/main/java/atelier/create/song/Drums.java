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

/// The drums: a groove a section, a fill into the next, a cymbal where a chorus begins.
final class Drums {
    private static final int CRASH = 49, KICK = 36, SNARE = 38, LEAST_BARS_FOR_FILL = 4;
    private static final List<Integer> TOMS = List.of(48, 47, 45, 43);
    private static final Map<String, Integer> VOICES = new LinkedHashMap<>();

    static {
        VOICES.put("kick", KICK);
        VOICES.put("snare", SNARE);
        VOICES.put("rim", 37);
        VOICES.put("clap", 39);
        VOICES.put("hat", 42);
        VOICES.put("pedal", 44);
        VOICES.put("open", 46);
        VOICES.put("ride", 51);
        VOICES.put("shaker", 70);
    }

    private final Metre metre;
    private final Groove groove;
    private final List<Note> notes = new ArrayList<>();

    Drums(Metre metre, Groove groove) {
        this.metre = metre;
        this.groove = groove;
    }

    List<Note> play(List<Section> sections) {
        int bar = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean last = i == sections.size() - 1;
            boolean fills = !last && section.bars() >= LEAST_BARS_FOR_FILL && sections.get(i + 1).role().energy() > 0
                    && metre.steps() >= 8;
            if (section.role() == Role.CHORUS || section.role() == Role.INSTRUMENTAL) {
                hit(bar, 0, CRASH, 100);
            }
            for (int j = 0; j < section.bars(); j++) {
                boolean end = j == section.bars() - 1;
                if (end && last) {
                    hit(bar + j, 0, CRASH, 96);
                    hit(bar + j, 0, KICK, 104);
                } else {
                    bar(bar + j, section.role().energy(), end && fills ? fill() : metre.steps());
                    if (end && fills) {
                        toms(bar + j, fill());
                    }
                }
            }
            bar += section.bars();
        }
        return notes;
    }

    private int fill() {
        return metre.steps() - metre.groups().getLast();
    }

    private void bar(int bar, int energy, int until) {
        VOICES.forEach((voice, pitch) -> {
            String steps = groove.bar(voice, energy);
            for (int at = 0; at < until; at++) {
                switch (steps.charAt(at)) {
                    case 'X' -> hit(bar, at, pitch, 104);
                    case 'x' -> hit(bar, at, pitch, at % 4 == 0 ? 84 : 76);
                    case 'o' -> hit(bar, at, pitch, 52);
                    default -> {
                    }
                }
            }
        });
    }

    private void toms(int bar, int from) {
        int length = metre.steps() - from;
        for (int i = 0; i < length; i++) {
            hit(bar, from + i, i == 0 ? SNARE : TOMS.get(Math.min(3, i * 4 / length)), 80 + 24 * i / length);
        }
    }

    private void hit(int bar, int step, int pitch, int velocity) {
        notes.add(new Note(bar * metre.ticks() + step * Score.STEP, Score.STEP, pitch, velocity));
    }
}
