package atelier.create.song;

import atelier.audio.score.Metre;
import java.util.Comparator;
import java.util.List;

/// What drums and bass play in a bar, by genre and metre; a table, see `grooves.txt`. Where the table has no bar for a metre
/// one is made from its beats.
final class Groove {
    private record Row(String genre, String metre, String voice, int energy, String bar) {}

    private static final List<Row> ROWS = Lines.of("grooves.txt").map(line -> line.split(" +", -1))
            .map(it -> new Row(it[0], it[1], it[2], Integer.parseInt(it[3]), it[4])).toList();

    private final Metre metre;
    private final String genre;

    Groove(Metre metre, String genre) {
        this.metre = metre;
        String near = switch (genre) {
            case "celtic", "jig", "lullaby", "march", "polka" -> "folk";
            case "ambient", "cinematic", "classical" -> "ballad";
            case "chiptune" -> "electronic";
            default -> genre;
        };
        boolean known = ROWS.stream().anyMatch(row -> row.genre().equals(near) && row.metre().equals(metre.toString()));
        this.genre = known ? near : "pop";
    }

    /// One character a semiquaver; all dots where the voice is silent.
    String bar(String voice, int energy) {
        List<Row> rows = ROWS.stream().filter(row -> row.genre().equals(genre) && row.metre().equals(metre.toString()))
                .toList();
        if (rows.isEmpty()) {
            return made(voice, energy);
        }
        return rows.stream().filter(row -> row.voice().equals(voice) && row.energy() <= energy)
                .max(Comparator.comparingInt(Row::energy)).map(Row::bar).orElse(".".repeat(metre.steps()));
    }

    // Bass drum where the bar begins, snare on every second beat, cymbal on quavers.
    private String made(String voice, int energy) {
        var bar = new StringBuilder(".".repeat(metre.steps()));
        int at = 0;
        int number = 0;
        for (int group : metre.groups()) {
            switch (voice) {
                case "kick" -> bar.setCharAt(at, energy > 0 && number % 2 == 0 ? 'X' : '.');
                case "snare" -> bar.setCharAt(at, energy > 0 && number % 2 == 1 ? 'X' : '.');
                case "hat" -> cymbal(bar, at, group, energy);
                case "bass" -> bar.replace(at, at + group, (number % 3 == 2 ? "5" : "R") + "-".repeat(group - 1));
                default -> {
                }
            }
            at += group;
            number++;
        }
        return bar.toString();
    }

    private static void cymbal(StringBuilder bar, int at, int group, int energy) {
        for (int i = 0; i < group; i += energy > 0 ? 2 : group) {
            bar.setCharAt(at + i, i == 0 ? 'x' : 'o');
        }
    }
}
