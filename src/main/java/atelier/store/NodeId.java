package atelier.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The name by which a process is known among those that share its database: as lasting as its data folder, so that after a
/// crash it takes up at once what it left. Whoever asks holds the folder's [DataLock].
public final class NodeId {
    private static final int BYTES = 6;

    private NodeId() {}

    /// The name kept in this folder, made at the first call.
    public static String in(Path folder) {
        var file = folder.resolve("node.id");
        try {
            if (Files.exists(file)) {
                var kept = Files.readString(file).strip();
                if (kept.matches("[0-9a-z-]{1,40}")) {
                    return kept;
                }
            }
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            var fresh = "node-" + HexFormat.of().formatHex(bytes);
            Files.writeString(file, fresh);
            return fresh;
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", failure);
        }
    }
}
