package atelier.generation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What cloud models cost on a given day, from the data file `prices.csv` beside this class.
///
/// A model or a day the file does not know costs as much as the provider's dearest known model: a budget may then stop early, but is
/// never exceeded unnoticed. A provider without any row costs nothing, as local ones do.
public final class Prices {
    private static final double MILLION = 1_000_000;

    private final List<Row> rows;

    private Prices(List<Row> rows) {
        this.rows = rows;
    }

    /// The prices that came with the program.
    public static Prices bundled() {
        var stream = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.csv"), "prices.csv is not packed");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return of(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param lines as in `prices.csv`; empty lines and those with `#` are passed over
    /// @throws IllegalArgumentException naming the first line that is none
    public static Prices of(Stream<String> lines) {
        return new Prices(lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of).toList());
    }

    /// US dollars for one answer.
    ///
    /// @param model as the provider names it; a version suffix such as `-001` does not matter
    public double usd(String provider, String model, LocalDate day, long inputTokens, long outputTokens) {
        String name = model.replaceFirst("^models/", "").replaceFirst("-\\d{3}$", "");
        return rows.stream().filter(row -> row.provider.equals(provider) && row.model.equals(name) && row.isValid(day))
                .findFirst().or(() -> dearest(provider)).map(row -> row.usd(inputTokens, outputTokens)).orElse(0.0);
    }

    private java.util.Optional<Row> dearest(String provider) {
        return rows.stream().filter(row -> row.provider.equals(provider))
                .max(Comparator.comparingDouble(row -> row.output + row.input));
    }

    private record Row(String provider, String model, LocalDate from, LocalDate until, double input, double output,
            long above, double inputAbove, double outputAbove) {
        private static final int COLUMNS = 9;

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            try {
                if (cells.size() != COLUMNS) {
                    throw new IllegalArgumentException("expected " + COLUMNS + " columns");
                }
                double input = Double.parseDouble(cells.get(4));
                double output = Double.parseDouble(cells.get(5));
                boolean flat = cells.get(6).isEmpty();
                return new Row(cells.get(0), cells.get(1), day(cells.get(2), LocalDate.MIN),
                        day(cells.get(3), LocalDate.MAX),
                        input, output, flat ? Long.MAX_VALUE : Long.parseLong(cells.get(6)),
                        flat ? input : Double.parseDouble(cells.get(7)),
                        flat ? output : Double.parseDouble(cells.get(8)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("This is no line of prices: " + line, e);
            }
        }

        private static LocalDate day(String cell, LocalDate open) {
            return cell.isEmpty() ? open : LocalDate.parse(cell);
        }

        boolean isValid(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        double usd(long inputTokens, long outputTokens) {
            return inputTokens > above
                    ? (inputTokens * inputAbove + outputTokens * outputAbove) / MILLION
                    : (inputTokens * input + outputTokens * output) / MILLION;
        }
    }
}
