package atelier.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The connections of this machine, as Linux lists them; elsewhere none are known.
final class Sockets {
    /// Established, and closed by the other side only.
    private static final Set<String> OPEN = Set.of("01", "08");

    private Sockets() {}

    /// Client ends that are not closed.
    static int openTo(int port) {
        var wanted = String.format(Locale.ROOT, ":%04X", port);
        return (int) List.of("/proc/net/tcp", "/proc/net/tcp6").stream().map(Path::of).filter(Files::exists)
                .flatMap(table -> lines(table).stream().skip(1)).map(line -> line.strip().split("\\s+"))
                .filter(cells -> cells[2].endsWith(wanted) && OPEN.contains(cells[3])).count();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
