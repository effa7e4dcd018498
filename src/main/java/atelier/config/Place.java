package atelier.config;

import java.util.Comparator;

/// Where a value stands.
///
/// @param source the file's name or the environment variable
/// @param line   from 1; 0 where there are no lines
public record Place(String source, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.line == 0)
            .thenComparingInt(Place::line)
            .thenComparing(Place::source);

    /// The file first, line by line; then the variables by name.
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + " line " + line;
    }
}
