package atelier.create.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The word tables beside this class.
final class Table {
    private Table() {}

    static String text(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines without comments and blank ones.
    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    /// Cells of each line, stripped.
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> cells(line, "\\|")).toList();
    }

    static List<String> cells(String line, String separator) {
        return Stream.of(line.split(separator, -1)).map(String::strip).toList();
    }
}
