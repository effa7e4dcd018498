package atelier.intent;

import atelier.intent.Lexicon.Hit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What words ask to be different about music that is there, in any of seven languages: `faster`, `ohne Schlagzeug`,
/// `только припев`. What a [MusicBrief] says (key, tempo, metre, genre, length) is not repeated here.
///
/// @param pace          factor of the tempo; 1 where it stays
/// @param length        factor of the length; 1 where it stays
/// @param semitones     by which all of it moves; 0 where it stays
/// @param lifts         part (`chorus`) → 1 for higher, -1 for lower
/// @param only          the part that alone is to stay; null for all
/// @param added         parts to be put in
/// @param dropped       parts to be left out
/// @param muted         players (`drums`, `bass`, `chords`, `words`) to fall silent
/// @param heard         players to come back
/// @param levels        player → 1 for louder, -1 for softer
/// @param rests         which of tune, words and all are to be made anew
/// @param mood          as in a brief; null where it stays
/// @param asksGenre     whether another genre is wished, but not which
/// @param contradiction two wishes that do not go together, in words; null where there are none
/// @param isLoose       whether something is named of which nothing understandable is wished
/// @param isWhole       whether nothing else is said
public record MusicChange(double pace, double length, int semitones, Map<String, Integer> lifts, @Nullable Passage only,
        List<String> added, Set<String> dropped, Set<String> muted, Set<String> heard, Map<String, Integer> levels,
        Set<Anew> rests, @Nullable String mood, boolean asksGenre, @Nullable String contradiction, boolean isLoose,
        boolean isWhole) {
    /// What is to be made anew while the rest stays.
    public enum Anew {
        TUNE, WORDS, TAKE
    }

    /// A part of a song.
    ///
    /// @param number which of several, from 1; 0 where none is named
    public record Passage(String part, int number) {}

    private static final Lexicon WORDS = Lexicon.read("changes");
    private static final int LONGEST = 400;

    public MusicChange {
        lifts = Map.copyOf(lifts);
        added = List.copyOf(added);
        dropped = Set.copyOf(dropped);
        muted = Set.copyOf(muted);
        heard = Set.copyOf(heard);
        levels = Map.copyOf(levels);
        rests = Set.copyOf(rests);
    }

    /// What the words name; all of it silent where they name nothing.
    public static MusicChange in(String words) {
        var clean = Words.clean(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        var tokens = Words.tokens(clean);
        var hits = WORDS.find(tokens).stream().sorted(java.util.Comparator.comparingInt(Hit::start)
                .thenComparing(java.util.Comparator.comparingInt(Hit::length).reversed())).toList();
        return new MusicChanges(hits, tokens.size()).read();
    }

    /// Whether nothing of the kind is named.
    public boolean isSilent() {
        return pace == 1 && length == 1 && semitones == 0 && lifts.isEmpty() && only == null && added.isEmpty()
                && dropped.isEmpty() && muted.isEmpty() && heard.isEmpty() && levels.isEmpty() && rests.isEmpty()
                && mood == null && !asksGenre && contradiction == null;
    }

    /// Whether it concerns parts, players or words, which a bare melody does not have.
    public boolean needsSong() {
        return !lifts.isEmpty() || only != null || !added.isEmpty() || !dropped.isEmpty() || !muted.isEmpty()
                || !heard.isEmpty() || !levels.isEmpty() || rests.contains(Anew.WORDS);
    }
}
