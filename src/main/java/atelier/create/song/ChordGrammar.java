package atelier.create.song;

import atelier.audio.score.Scale;
import atelier.create.song.SongPlan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Which chords go with which part of a song, by mode and genre; a table, see `chords.txt`.
final class ChordGrammar {
    private static final List<String> TWELVE = List.of("I7", "IV7", "I7", "I7", "IV7", "IV7", "I7", "I7", "V7", "IV7",
            "I7", "V7");

    private record Row(String mode, String genre, String use, List<String> chords) {}

    private static final List<Row> ROWS = Lines.of("chords.txt").map(line -> {
        List<String> words = List.of(line.split(" +", -1));
        return new Row(words.get(0), words.get(1), words.get(2), words.subList(3, words.size()));
    }).toList();

    private final Scale scale;
    private final String genre;

    /// @param genre a name of [atelier.create.music.Style], or any other for the common chords
    ChordGrammar(Scale scale, String genre) {
        this.scale = scale;
        this.genre = genre;
    }

    /// One chord a bar, with its cadence.
    ///
    /// @param last whether the song ends with it
    List<Numeral> chords(Role role, int bars, boolean last, Random random) {
        List<Numeral> all = new ArrayList<>();
        List<Numeral> loop = twelveBars(role, bars) ? TWELVE.stream().map(this::numeral).toList() : loop(role, random);
        for (int bar = 0; bar < bars; bar++) {
            all.add(loop.get(bar % loop.size()));
        }
        return cadence(role, all, last);
    }

    private boolean twelveBars(Role role, int bars) {
        return scale == Scale.BLUES && role.sung() && bars % 12 == 0;
    }

    /// The same chords with an ending that fits the section.
    List<Numeral> cadence(Role role, List<Numeral> chords, boolean last) {
        List<Numeral> all = new ArrayList<>(chords);
        int end = all.size() - 1;
        boolean home = last || role == Role.CHORUS;
        if (!home) {
            if (role.sung() && end > 0) {
                all.set(end, pick("half", new Random(0)).getFirst());
            }
            return all;
        }
        List<Numeral> full = pick("full", new Random(0));
        all.set(end, full.getLast());
        if (end > 0) {
            all.set(end - 1, full.getFirst());
        }
        return all;
    }

    private List<Numeral> loop(Role role, Random random) {
        return pick(switch (role) {
            case INTRO, OUTRO -> "intro";
            case VERSE -> "verse";
            case CHORUS, INSTRUMENTAL -> "chorus";
            case BRIDGE, PRE_CHORUS -> "bridge";
        }, random);
    }

    private List<Numeral> pick(String use, Random random) {
        List<Row> own = rows(genre, use);
        List<Row> rows = own.isEmpty() ? rows("*", use) : own;
        return rows.get(random.nextInt(rows.size())).chords().stream().map(this::numeral).toList();
    }

    private List<Row> rows(String wanted, String use) {
        return ROWS.stream().filter(row -> row.mode().equals(mode()) && row.genre().equals(wanted)
                && row.use().equals(use)).toList();
    }

    private Numeral numeral(String text) {
        return Numeral.known(text, scale);
    }

    private String mode() {
        return switch (scale) {
            case MAJOR, MAJOR_PENTATONIC -> "major";
            case MINOR, HARMONIC_MINOR, MELODIC_MINOR, MINOR_PENTATONIC, BLUES -> "minor";
            case DORIAN, PHRYGIAN, LYDIAN, MIXOLYDIAN, LOCRIAN -> scale.name().toLowerCase(Locale.ROOT);
        };
    }
}
