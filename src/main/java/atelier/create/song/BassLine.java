package atelier.create.song;

import atelier.audio.score.Key;
import atelier.create.music.Chord;

/// The pitches of the bass: roots, fifths and octaves, and the note that leads to the next chord.
final class BassLine {
    private static final int LOWEST = 33, HIGHEST_INNER = 50;

    private final Key key;
    private final String genre;

    BassLine(Key key, String genre) {
        this.key = key;
        this.genre = genre;
    }

    int root(Chord chord) {
        return LOWEST + Math.floorMod(key.pitchClass() + chord.root() - LOWEST, 12);
    }

    /// @param tone `R` root, `3` third, `5` fifth, `8` octave
    int pitch(char tone, Chord chord) {
        int root = root(chord);
        return switch (tone) {
            case '8' -> root + 12;
            case '5' -> above(root, chord, 2);
            case '3' -> above(root, chord, 1);
            default -> root;
        };
    }

    private static int above(int root, Chord chord, int tone) {
        int interval = Math.floorMod(chord.tones().get(tone) - chord.root(), 12);
        return root + interval - (root + interval > HIGHEST_INNER ? 12 : 0);
    }

    /// The last note before another chord: a step from its root, from the side where the bass is. In jazz, blues and bossa
    /// a semitone, elsewhere a note of the key; some genres only stay on their root.
    int approach(Chord chord, Chord next) {
        int now = root(chord);
        int aim = root(next);
        int side = now <= aim ? -1 : 1;
        return switch (genre) {
            case "jazz", "blues", "bossa" -> aim + side;
            case "electronic", "ambient", "hip-hop", "cinematic", "chiptune" -> now;
            default -> key.contains(aim + side) ? aim + side : aim + 2 * side;
        };
    }

    /// Where the last note of a bar begins; -1 in a silent one.
    static int lastOnset(String steps) {
        for (int at = steps.length() - 1; at >= 0; at--) {
            if (steps.charAt(at) != '-' && steps.charAt(at) != '.') {
                return at;
            }
        }
        return -1;
    }
}
