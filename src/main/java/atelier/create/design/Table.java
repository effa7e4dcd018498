package atelier.create.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// Of lines `key = value`, the values of each key in their order.
    static Map<String, List<String>> pairs(String name) {
        return pairs(lines(name));
    }

    static Map<String, List<String>> pairs(List<String> lines) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (var line : lines) {
            int at = line.indexOf(" = ");
            pairs.computeIfAbsent(line.substring(0, at), _ -> new ArrayList<>()).add(line.substring(at + 3).strip());
        }
        return pairs;
    }

    /// What stands under each `[section]`.
    static Map<String, Map<String, List<String>>> sections(String name) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        var section = "";
        for (var line : lines(name)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                lines.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
            }
        }
        Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
        lines.forEach((one, under) -> sections.put(one, pairs(under)));
        return sections;
    }

    static List<String> cells(String line, String separator) {
        return Stream.of(line.split(separator, -1)).map(String::strip).toList();
    }
}
