package atelier.create.song;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line as it is sung.
record Sung(List<Tone> tones) {
    Sung {
        tones = List.copyOf(tones);
    }

    /// A note of it.
    ///
    /// @param onset    semiquavers from the line's first bar line, negative in a pickup
    /// @param length   in semiquavers
    /// @param step     of the singer's ladder
    /// @param syllable null where the one before goes on
    record Tone(int onset, int length, int step, @Nullable Syllable syllable) {}

    /// Step of the note nearest to a place.
    int nearest(int onset) {
        Tone best = tones.getFirst();
        for (Tone tone : tones) {
            best = Math.abs(tone.onset() - onset) < Math.abs(best.onset() - onset) ? tone : best;
        }
        return best.step();
    }

    /// The first semiquaver after it.
    int end() {
        return tones.getLast().onset() + tones.getLast().length();
    }
}
