package atelier.create.patch;

import java.util.List;

/// Lines in place of lines.
///
/// @param line where the old lines should begin, from 1; 0 when not told. A hint only, for models count badly
/// @param old  the lines that are there
/// @param now  the lines that should be
public record Hunk(int line, List<String> old, List<String> now) {
    public Hunk {
        old = List.copyOf(old);
        now = List.copyOf(now);
    }

    /// Lines that are new; those beside them only say where.
    List<String> added() {
        return now.stream().filter(line -> !line.isBlank() && !old.contains(line)).toList();
    }
}
