package atelier.create.music;

import java.util.Map;

/// How the tunes of a genre move: what each kind of step costs them, how closely they keep to the chord and how far they
/// reach. Costs are compared with each other only; a low one means much of it.
///
/// @param unison repeating a note
/// @param step   to the next note of the scale
/// @param third  skipping one
/// @param wide   factor for anything larger
/// @param grip   factor for notes foreign to the chord
/// @param span   factor of how far the line curves away from its middle
/// @param pickup semiquavers before the bar line that may lead into a line
/// @param turns  how often, from 0 to 1, a held syllable moves on over several notes
/// @param room   semiquavers a note at most: a line with fewer syllables turns more
public record Manner(double unison, double step, double third, double wide, double grip, double span, int pickup,
        double turns, double room) {
    /// Where no genre is named.
    public static final Manner PLAIN = new Manner(0.5, 0.26, 0.4, 0.9, 0.8, 1.15, 2, 0.2, 6);

    private static final Map<String, Manner> GENRES = Map.ofEntries(
            Map.entry("pop", new Manner(0.48, 0.26, 0.4, 0.9, 0.85, 1.2, 2, 0.2, 6)),
            Map.entry("rock", new Manner(0.44, 0.29, 0.38, 0.8, 0.95, 1.2, 2, 0.1, 6)),
            Map.entry("electronic", new Manner(0.47, 0.34, 0.33, 0.75, 0.95, 1.25, 0, 0.1, 6)),
            Map.entry("ballad", new Manner(0.5, 0.25, 0.4, 0.75, 0.7, 1.4, 2, 0.5, 6)),
            Map.entry("hip-hop", new Manner(0.42, 0.25, 0.42, 0.9, 0.6, 1.25, 0, 0, 6)),
            Map.entry("jazz", new Manner(0.6, 0.3, 0.3, 0.75, 0.45, 1.3, 2, 0.25, 6)),
            Map.entry("folk", new Manner(0.5, 0.26, 0.38, 0.8, 0.85, 1.2, 4, 0.15, 6)),
            Map.entry("waltz", new Manner(0.5, 0.3, 0.35, 0.7, 0.7, 1.3, 4, 0.5, 3.9)),
            Map.entry("lo-fi", new Manner(0.44, 0.27, 0.4, 0.9, 0.5, 1.1, 0, 0.15, 6)),
            Map.entry("blues", new Manner(0.5, 0.28, 0.3, 0.8, 0.5, 1.9, 2, 0.4, 6)),
            Map.entry("country", new Manner(0.5, 0.27, 0.36, 0.85, 0.8, 1.2, 4, 0.25, 6)),
            Map.entry("reggae", new Manner(0.45, 0.28, 0.4, 0.85, 0.8, 1.15, 0, 0.1, 6)),
            Map.entry("bossa", new Manner(0.46, 0.3, 0.36, 0.8, 0.45, 1.2, 0, 0.1, 6)),
            Map.entry("celtic", new Manner(0.55, 0.25, 0.3, 0.7, 0.4, 1.4, 2, 0.35, 5)),
            Map.entry("jig", new Manner(0.6, 0.25, 0.25, 0.7, 0.4, 1.4, 2, 0.2, 5)),
            Map.entry("lullaby", new Manner(0.43, 0.27, 0.38, 0.85, 0.4, 1.15, 2, 0.3, 5)),
            Map.entry("march", new Manner(0.48, 0.33, 0.33, 0.65, 0.9, 1.25, 2, 0.1, 5)),
            Map.entry("polka", new Manner(0.48, 0.3, 0.32, 0.65, 0.85, 1.3, 2, 0.1, 5)),
            Map.entry("classical", new Manner(0.6, 0.25, 0.35, 0.7, 0.75, 1.35, 0, 0.35, 6)),
            Map.entry("ambient", new Manner(0.45, 0.29, 0.42, 0.8, 0.5, 1.2, 0, 0.5, 5)),
            Map.entry("chiptune", new Manner(0.48, 0.35, 0.31, 0.65, 1, 1.45, 0, 0, 6)),
            Map.entry("cinematic", new Manner(0.5, 0.28, 0.4, 0.6, 0.75, 1.35, 0, 0.3, 6)));

    /// Of a genre as [Style#name] names it; the plain one for any other.
    static Manner of(String genre) {
        return GENRES.getOrDefault(genre, PLAIN);
    }

    /// What an interval costs, in semitones.
    double cost(int interval) {
        return switch (Math.abs(interval)) {
            case 0 -> unison;
            case 1, 2 -> step;
            case 3, 4 -> third;
            case 5 -> 1.1 * wide;
            case 7 -> 1.7 * wide;
            case 8, 9 -> 2.8 * wide;
            case 12 -> 3 * wide;
            default -> 8 * wide;
        };
    }
}
