package atelier.engine.delivery;

import atelier.chat.Limits;
import atelier.create.Artifact;
import atelier.create.check.References;
import atelier.engine.play.PlayablePage;
import atelier.engine.port.Outbox.Draft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What lies in a zip and comes beside it too, since people would rather look at it, hear it or apply it than unpack.
final class Beside {
    private static final int MOST = 4;
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s{0,9}\\(?\\s{0,9}[\"']\\.{0,2}/");

    private final Limits limits;
    private final BiFunction<String, byte[], Draft.File> store;

    /// @param store keeps a page that was put together, under a name
    Beside(Limits limits, BiFunction<String, byte[], Draft.File> store) {
        this.limits = limits;
        this.store = store;
    }

    /// @param files   as they are kept
    /// @param entries the same files, read
    List<Draft.File> of(List<Draft.File> files, List<Artifact> entries) {
        var room = Math.clamp(limits.filesPerMessage() - 1L, 0, MOST);
        var shown = files.stream().filter(file -> rank(file) > 0)
                .sorted(Comparator.comparingInt(Beside::rank).thenComparingLong(file -> depth(file.name())));
        var fitting = Stream.concat(page(files, entries).stream(), shown)
                .filter(file -> file.bytes() <= limits.bytesPerFile()).toList();
        var chosen = new ArrayList<Draft.File>();
        for (var file : fitting) {
            var name = file.name().substring(file.name().lastIndexOf('/') + 1);
            if (chosen.size() < room && chosen.stream().noneMatch(other -> other.name().equals(name))) {
                chosen.add(new Draft.File(name, file.mediaType(), file.bytes(), file.sha256()));
            }
        }
        return chosen;
    }

    private static int rank(Draft.File file) {
        if (file.name().endsWith(".patch") || file.name().endsWith(".diff")) {
            return 1;
        }
        // Notes are no sound yet.
        if (file.mediaType().startsWith("audio/") && !file.mediaType().startsWith("audio/midi")) {
            return 2;
        }
        // In a folder they are a program's own drawings, and chats do not show them.
        var isDrawing = file.mediaType().startsWith("image/svg") && depth(file.name()) > 0;
        return file.mediaType().startsWith("image/") && !isDrawing ? 3 : 0;
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    /// The page itself where it stands alone, else one that its scripts and styles were put into; none if that is not enough.
    private Optional<Draft.File> page(List<Draft.File> files, List<Artifact> entries) {
        var alone = entries.stream().filter(entry -> entry.name().equals("index.html") && isAlone(entry.content()))
                .map(Artifact::path).min(Comparator.comparingLong(Beside::depth))
                .flatMap(path -> files.stream().filter(file -> file.name().equals(path)).findFirst());
        return alone.or(() -> PlayablePage.of(entries).filter(Beside::isAlone)
                .map(page -> store.apply("index.html", page)));
    }

    private static boolean isAlone(byte[] page) {
        var text = new String(page, StandardCharsets.UTF_8);
        return References.inPage(text).isEmpty() && !IMPORT.matcher(text).find();
    }
}
