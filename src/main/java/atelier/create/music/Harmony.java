package atelier.create.music;

import atelier.audio.score.Scale;
import java.util.List;
import java.util.Random;

/// The chords a scale moves by: loops of four, and the ways to a cadence.
final class Harmony {
    private static final List<Integer> TWELVE_BARS = List.of(1, 1, 1, 1, 4, 4, 1, 1, 5, 4, 1, 1);

    private final Scale scale;
    private final boolean sevenths;
    private final boolean raised;

    /// @param sevenths whether chords have four notes
    /// @param raised   whether the dominant in plain minor is a major chord
    Harmony(Scale scale, boolean sevenths, boolean raised) {
        this.scale = scale.harmony();
        this.sevenths = sevenths;
        this.raised = raised && this.scale == Scale.MINOR;
    }

    /// Four chords that go round well.
    List<Chord> loop(Random random) {
        List<String> loops = loops();
        return loops.get(random.nextInt(loops.size())).chars().mapToObj(degree -> chord(degree - '0')).toList();
    }

    Chord tonic() {
        return chord(1);
    }

    /// Where a question stops and from where an answer goes home.
    Chord dominant() {
        return switch (scale) {
            case MINOR -> raised ? Chord.dominant(sevenths) : chord(7);
            case DORIAN -> chord(4);
            case PHRYGIAN -> chord(2);
            case MIXOLYDIAN -> chord(7);
            case MAJOR, HARMONIC_MINOR, MELODIC_MINOR, LYDIAN, LOCRIAN, MAJOR_PENTATONIC, MINOR_PENTATONIC, BLUES ->
                chord(
                        5);
        };
    }

    /// What comes before the dominant at a full close.
    Chord before(Random random) {
        boolean first = random.nextBoolean();
        return chord(switch (scale) {
            case MAJOR, MELODIC_MINOR, LYDIAN -> first && scale != Scale.LYDIAN ? 4 : 2;
            case MINOR, HARMONIC_MINOR, MIXOLYDIAN -> first || scale == Scale.MIXOLYDIAN ? 4 : 6;
            case DORIAN -> 7;
            case PHRYGIAN -> 6;
            case LOCRIAN -> 3;
            case MAJOR_PENTATONIC, MINOR_PENTATONIC, BLUES -> 4;
        });
    }

    /// The chord of a bar, 0 to 11, in the blues of twelve bars.
    Chord blues(int bar) {
        return chord(TWELVE_BARS.get(bar % TWELVE_BARS.size()));
    }

    private Chord chord(int degree) {
        return Chord.on(degree, scale.steps(), sevenths);
    }

    private List<String> loops() {
        return switch (scale) {
            case MAJOR -> List.of("1645", "1625", "1564", "1415", "1364", "1465", "1634", "6415", "1345");
            case MINOR -> List.of("1637", "1467", "1676", "1763", "1435", "1647", "1367");
            case HARMONIC_MINOR -> List.of("1451", "1645", "1415", "1465");
            case MELODIC_MINOR -> List.of("1415", "1245", "1454");
            case DORIAN -> List.of("1414", "1474", "1724", "1374");
            case PHRYGIAN -> List.of("1212", "1276", "1721", "1672");
            case LYDIAN -> List.of("1212", "1252", "1265", "1325");
            case MIXOLYDIAN -> List.of("1741", "1747", "1471", "1547");
            case LOCRIAN -> List.of("1212", "1512", "1353", "1632");
            case MAJOR_PENTATONIC, MINOR_PENTATONIC, BLUES -> throw new IllegalStateException("no harmony of its own");
        };
    }
}
