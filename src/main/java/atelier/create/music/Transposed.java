package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Scale;
import atelier.intent.MusicBrief;

/// Music in another key, the tune the same.
public final class Transposed {
    private static final int MOST_FLATS = -6, MOST_SHARPS = 11;

    private Transposed() {}

    /// The tonic so many semitones away; of its names the one with the fewest signs.
    public static String tonic(Key key, int semitones) {
        int pitchClass = Math.floorMod(key.pitchClass() + semitones, 12);
        Key best = key;
        int fewest = Integer.MAX_VALUE;
        for (int fifths = MOST_FLATS; fifths <= MOST_SHARPS; fifths++) {
            var other = new Key(fifths, key.scale());
            boolean same = other.pitchClass() == pitchClass && other.equals(other.written());
            if (same && Math.abs(other.signature()) < fewest) {
                best = other;
                fewest = Math.abs(other.signature());
            }
        }
        return best.tonicName();
    }

    /// The brief of a melody that was made of `brief` and `seed`, so many semitones away.
    public static MusicBrief melody(MusicBrief brief, long seed, int semitones) {
        Key key = Planner.plan(brief, seed).key();
        Scale scale = key.scale();
        return new MusicBrief(tonic(key, semitones), scale.title().replace(' ', '-'), brief.tempo(), brief.meter(),
                brief.bars(), brief.seconds(), brief.genre(), brief.mood(), brief.language(), brief.seed(),
                brief.pace()).playedOn(brief.instrument());
    }
}
