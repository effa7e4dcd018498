package atelier.create.music;

import atelier.audio.score.Metre;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Writes the score of a plan: form, chords, melody, accompaniment. The same plan always gives the same notes, and in
/// another key the same tune.
final class Composer {
    private Composer() {}

    /// @param form how the score falls into lines
    record Piece(Score score, Form form) {}

    static Piece compose(Plan plan) {
        Form form = Form.of(plan.bars(), Changes.twelveBars(plan) ? 12 : 8, plan.random("form"));
        var changes = new Changes(plan, form);
        var melody = new Melody(plan, changes).compose(form);
        var accompaniment = new Accompaniment(plan, changes);
        Style style = plan.style();
        List<Part> parts = List.of(new Part("Melody", 0, style.lead(), 108, 64, melody),
                new Part("Chords", 1, style.chords(), 84, 50, accompaniment.chords()),
                new Part("Bass", 2, style.bass(), 90, 70, accompaniment.bass()));
        return new Piece(new Score(plan.title(), plan.key(), plan.metre(), plan.tempo(), plan.bars(), parts,
                changes.symbols(plan.key()), marks(form, plan.metre())), form);
    }

    private static List<Score.Mark> marks(Form form, Metre metre) {
        var marks = new ArrayList<Score.Mark>();
        for (int i = 0; i < form.lines().size(); i++) {
            Form.Line line = form.lines().get(i);
            String name = form.startsSection(i) ? line.section() + " " + line.letter() : "" + line.letter();
            marks.add(new Score.Mark(line.from() * metre.ticks(), name));
        }
        return marks;
    }
}
