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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What cloud models cost on a given day, from the data file `prices.csv` beside this class.
///
/// A model or a day the file does not know costs as much as the provider's dearest known model: a budget may then stop early, but is
/// never exceeded unnoticed. A provider without any row costs nothing, as local ones do.
public final class Prices {
    private static final double MILLION = 1_000_000;
    private static final Pattern VERSION = Pattern.compile("-(\\d{3}|\\d{8}|\\d{4}-\\d{2}-\\d{2}|latest)$");

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

    /// What one answer took.
    ///
    /// @param input  of the whole prompt
    /// @param cached how many of those came from the provider's cache
    /// @param output thinking included
    public record Tokens(long input, long cached, long output) {}

    /// US dollars for one answer.
    ///
    /// @param model as the provider names it; a version suffix such as `-001`, `-20261001` or `-2026-10-01` does not matter
    public double usd(String provider, String model, LocalDate day, Tokens tokens) {
        String name = VERSION.matcher(model.replaceFirst("^models/", "")).replaceFirst("");
        return rows.stream().filter(row -> row.provider.equals(provider) && row.model.equals(name) && row.isValid(day))
                .findFirst().or(() -> dearest(provider)).map(row -> row.usd(tokens)).orElse(0.0);
    }

    private java.util.Optional<Row> dearest(String provider) {
        return rows.stream().filter(row -> row.provider.equals(provider))
                .max(Comparator.comparingDouble(row -> row.usual.output + row.usual.input));
    }

    /// US dollars per million tokens of each kind.
    private record Rates(double input, double cached, double output) {
        double usd(Tokens tokens) {
            return ((tokens.input - tokens.cached) * input + tokens.cached * cached + tokens.output * output) / MILLION;
        }
    }

    private record Row(String provider, String model, LocalDate from, LocalDate until, Rates usual, long above,
            Rates aboveThat) {
        private static final int COLUMNS = 11;

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            try {
                if (cells.size() != COLUMNS) {
                    throw new IllegalArgumentException("expected " + COLUMNS + " columns");
                }
                Rates usual = rates(cells.subList(4, 7));
                boolean flat = cells.get(7).isEmpty();
                return new Row(cells.get(0), cells.get(1), day(cells.get(2), LocalDate.MIN),
                        day(cells.get(3), LocalDate.MAX), usual,
                        flat ? Long.MAX_VALUE : Long.parseLong(cells.get(7)),
                        flat ? usual : rates(cells.subList(8, 11)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("This is no line of prices: " + line, e);
            }
        }

        /// @param cells input, cached input (empty: as other input), output
        private static Rates rates(List<String> cells) {
            double input = Double.parseDouble(cells.get(0));
            return new Rates(input, cells.get(1).isEmpty() ? input : Double.parseDouble(cells.get(1)),
                    Double.parseDouble(cells.get(2)));
        }

        private static LocalDate day(String cell, LocalDate open) {
            return cell.isEmpty() ? open : LocalDate.parse(cell);
        }

        boolean isValid(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        double usd(Tokens tokens) {
            return (tokens.input > above ? aboveThat : usual).usd(tokens);
        }
    }
}
