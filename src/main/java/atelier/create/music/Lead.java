package atelier.create.music;

import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.intent.Instruments;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Gives the tune of a score to an instrument.
public final class Lead {
    private Lead() {}

    /// @param instrument one of [Instruments]; null leaves the tune to whom the style gave it
    public static Score on(@Nullable String instrument, Score score) {
        return Instruments.program(instrument).map(program -> {
            var parts = new ArrayList<>(score.parts());
            Part tune = parts.getFirst();
            parts.set(0, new Part(tune.name(), tune.channel(), program, tune.volume(), tune.pan(), tune.notes()));
            return new Score(score.title(), score.key(), score.metre(), score.tempo(), score.bars(), parts,
                    score.chords(), score.forms(), score.lyrics());
        }).orElse(score);
    }
}
