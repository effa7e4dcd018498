package atelier.audio.notation;

import atelier.audio.score.Key;

/// How a pitch is written in a key.
///
/// @param letter `A` to `G`
/// @param alter  semitones: 1 a sharp, -1 a flat
/// @param octave of scientific notation, middle C in 4
record Spelling(char letter, int alter, int octave) {
    private static final String LETTERS = "CDEFGAB";
    private static final String SHARPS = "FCGDAEB";

    static Spelling of(int pitch, Key key) {
        return of(pitch, key.spell(pitch));
    }

    private static Spelling of(int pitch, String name) {
        int alter = 0;
        for (int i = 1; i < name.length(); i++) {
            alter += name.charAt(i) == '#' ? 1 : -1;
        }
        return new Spelling(name.charAt(0), alter, Math.floorDiv(pitch - alter, 12) - 1);
    }

    /// Steps of the staff above the C of octave 0.
    int staff() {
        return octave * 7 + LETTERS.indexOf(letter);
    }

    /// What the clef's signs do to a letter.
    static int signed(char letter, int signature) {
        int place = SHARPS.indexOf(letter);
        if (signature > 0) {
            return place < signature ? 1 : 0;
        }
        return 6 - place < -signature ? -1 : 0;
    }
}
