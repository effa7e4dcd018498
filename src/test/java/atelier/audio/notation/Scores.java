package atelier.audio.notation;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Scores that are hard to write down: every metre and mode, pickups, ties over bars, all twelve pitches, words of many
/// scripts.
public final class Scores {
    private static final List<Metre> METRES = List.of(new Metre(4, 4), new Metre(3, 4), new Metre(6, 8),
            new Metre(2, 4),
            new Metre(5, 4), new Metre(7, 8), new Metre(9, 8), new Metre(12, 8), new Metre(2, 2), new Metre(3, 8),
            new Metre(5, 8), new Metre(6, 4));
    private static final List<List<String>> WORDS = List.of(List.of("pa", "per", "kites", "a", "bove", "the", "hill"),
            List.of("ти", "хо", "пла", "вает", "ре", "ка"), List.of("月", "亮", "代", "表", "我", "的", "心"),
            List.of("Straßenbahnhaltestellen", "schild", "er", "for", "ev", "er"),
            List.of("naï", "ve", "cœur", "à", "l'om", "bre", "ñan", "dú"),
            List.of("<b>", "&amp;", "\"quo", "te\"", "a|b", "50%", "~_*", "\\n", "e-mail"));

    private Scores() {}

    /// By a name that says what they are; the same every time.
    public static Map<String, Score> all() {
        Map<String, Score> scores = new LinkedHashMap<>();
        int number = 0;
        for (Scale scale : Scale.values()) {
            for (int fifths : new int[]{-7, -4, -1, 0, 3, 6, 7}) {
                Metre metre = METRES.get(number % METRES.size());
                Score score = score(metre, new Key(fifths, scale).written(), number);
                scores.put(number + " " + score.key().title() + " " + metre, score);
                number++;
            }
        }
        return scores;
    }

    /// Eight bars that begin with a pickup.
    public static Score score(Metre metre, Key key, int seed) {
        var random = new Random(seed);
        int bars = 8;
        List<Note> melody = new ArrayList<>();
        List<Score.Lyric> lyrics = new ArrayList<>();
        List<String> words = WORDS.get(seed % WORDS.size());
        int end = bars * metre.steps() - 1;
        for (int at = metre.steps() - Math.min(3, metre.steps() - 1); at < end;) {
            int length = Math.min(end - at, 1 + random.nextInt(random.nextInt(6) == 0 ? 2 * metre.steps() : 6));
            melody.add(
                    new Note(at * Score.STEP, length * Score.STEP, 55 + random.nextInt(28), 60 + random.nextInt(60)));
            if (random.nextInt(8) > 0) {
                int word = lyrics.size() % words.size();
                lyrics.add(new Score.Lyric(at * Score.STEP, words.get(word), word % 3 == 0 && word < words.size() - 1,
                        word == 0));
            }
            at += length + (random.nextInt(4) == 0 ? random.nextInt(metre.steps()) : 0);
        }
        List<Score.Mark> chords = new ArrayList<>();
        List<String> kinds = List.of("", "m", "7", "maj7", "m7", "dim", "m7b5", "sus4", "aug", "dim7", "sus2", "6",
                "add9");
        for (int bar = 0; bar < bars; bar++) {
            chords.add(new Score.Mark(bar * metre.ticks(),
                    key.spell(random.nextInt(12)) + kinds.get(random.nextInt(kinds.size()))));
        }
        List<Note> bass = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            bass.add(new Note(bar * metre.ticks(), metre.ticks(), 36 + random.nextInt(12), 90));
        }
        return new Score("No. " + seed + " „Nacht & Tag“ <" + words.getFirst() + ">", key, metre, 60 + seed % 100, bars,
                List.of(new Part("Voice", 0, 73, 110, 64, melody), new Part("Bass", 2, 33, 90, 70, bass),
                        new Part("Drums", 9, 0, 90, 64, List.of(new Note(0, 120, 36, 100)))),
                chords, List.of(new Score.Mark(0, "Verse"), new Score.Mark(4 * metre.ticks(), "Chorus")), lyrics);
    }
}
