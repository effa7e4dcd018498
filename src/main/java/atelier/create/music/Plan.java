package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.language.Sentence;
import java.util.List;
import java.util.Random;

/// Everything settled before the first note.
///
/// @param tempo   beats a minute, counting [Metre#tap]
/// @param density 0 long notes to 1 many
/// @param remarks what was not taken as asked, a sentence each
public record Plan(String title, Key key, Metre metre, int tempo, int bars, Style style, double density, long seed,
        List<Sentence> remarks) {
    public Plan {
        remarks = List.copyOf(remarks);
    }

    /// A stream of chance of its own for each decision, so that another key, tempo or length leaves the rest as it was.
    /// [Random] and not a newer one: its numbers are fixed for ever.
    public static Random random(long seed, String decision) {
        long mixed = (seed + 0x9E3779B97F4A7C15L * (decision.hashCode() + 1L)) * 0xBF58476D1CE4E5B9L;
        return new Random(mixed ^ (mixed >>> 29));
    }

    /// The stream of this plan's seed.
    public Random random(String decision) {
        return random(seed, decision);
    }
}
