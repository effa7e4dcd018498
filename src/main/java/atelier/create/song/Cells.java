package atelier.create.song;

import atelier.audio.score.Metre;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The rhythms a genre sings in; a table, see `cells.txt`. Where it has none for a metre, syllables are only spread evenly.
final class Cells {
    private record Row(String genre, String metre, List<String> bars) {}

    private static final List<Row> ROWS = Lines.of("cells.txt").map(line -> line.split(" +", -1))
            .map(it -> new Row(it[0], it[1], List.of(it[2], it[3]))).toList();

    private Cells() {}

    /// Semiquavers from a line's first bar line where its notes would begin.
    static Set<Integer> drawn(String genre, Metre metre, int bars, Random random) {
        List<Row> fitting = ROWS.stream().filter(row -> row.metre().equals(metre.toString())).toList();
        List<Row> own = fitting.stream().filter(row -> row.genre().equals(genre)).toList();
        String common = metre.toString().equals("4/4") ? "pop" : "*";
        List<Row> rows = own.isEmpty() ? fitting.stream().filter(row -> row.genre().equals(common)).toList() : own;
        Set<Integer> places = new HashSet<>();
        if (rows.isEmpty()) {
            return places;
        }
        List<String> cells = rows.get(random.nextInt(rows.size())).bars();
        for (int at = 0; at < bars * metre.steps(); at++) {
            String cell = cells.get(at / metre.steps() % 2);
            if (cell.charAt(at % metre.steps()) == 'x') {
                places.add(at);
            }
        }
        return places;
    }
}
