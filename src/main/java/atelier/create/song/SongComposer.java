package atelier.create.song;

import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.create.music.Plan;
import atelier.create.music.Style;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.List;

/// Writes the score of a plan: voice, chords, bass and drums. The same plan always gives the same notes.
final class SongComposer {
    private static final int DRUM_CHANNEL = 9, FLUTE = 73, VIOLIN = 40;

    private SongComposer() {}

    /// @param drums whether drums play along
    static Score compose(SongPlan plan, Syllables syllables, boolean drums) {
        Plan music = plan.music();
        Style style = music.style();
        var groove = new Groove(music.metre(), plan.genre());
        var singer = new Singer(plan, syllables).sing();
        var band = new Band(plan, groove).play(plan.sections());
        List<Part> parts = new ArrayList<>();
        int lead = style.lead() == style.chords() ? style.lead() == FLUTE ? VIOLIN : FLUTE : style.lead();
        parts.add(new Part("Voice", 0, lead, 116, 64, singer.notes()));
        parts.add(new Part("Chords", 1, style.chords(), drums ? 80 : 72, 48, band.chords()));
        parts.add(new Part("Bass", 2, style.bass(), drums ? 92 : 76, 66, band.bass()));
        if (drums) {
            parts.add(new Part("Drums", DRUM_CHANNEL, 0, 92, 64,
                    new Drums(plan, groove).play(plan.sections())));
        }
        return new Score(plan.title(), music.key(), music.metre(), music.tempo(), music.bars(), parts, chords(plan),
                forms(plan), singer.lyrics());
    }

    private static List<Score.Mark> chords(SongPlan plan) {
        List<Score.Mark> marks = new ArrayList<>();
        String before = "";
        int bar = 0;
        for (Section section : plan.sections()) {
            for (Numeral numeral : section.chords()) {
                String name = numeral.chord().name(plan.music().key());
                if (!name.equals(before)) {
                    marks.add(new Score.Mark(bar * plan.music().metre().ticks(), name));
                }
                before = name;
                bar++;
            }
        }
        return marks;
    }

    private static List<Score.Mark> forms(SongPlan plan) {
        List<Score.Mark> marks = new ArrayList<>();
        int bar = 0;
        for (Section section : plan.sections()) {
            marks.add(new Score.Mark(bar * plan.music().metre().ticks(), section.name()));
            bar += section.bars();
        }
        return marks;
    }
}
