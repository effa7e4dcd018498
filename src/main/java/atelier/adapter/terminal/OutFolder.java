package atelier.adapter.terminal;

import atelier.chat.OutgoingFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The folder made files are written to. Nothing is ever overwritten: a second `song.mid` becomes `song-2.mid`.
final class OutFolder {
    private final Path folder;

    OutFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path write(OutgoingFile file) throws IOException {
        for (var number = 1;; number++) {
            var target = target(numbered(file.name(), number));
            Files.createDirectories(target.getParent());
            try {
                return Files.copy(file.content(), target);
            } catch (FileAlreadyExistsException _) {
                if (Files.mismatch(file.content(), target) == -1) {
                    return target;
                }
            }
        }
    }

    private Path target(String name) throws IOException {
        try {
            var target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !target.equals(folder)) {
                return target;
            }
        } catch (InvalidPathException _) {
            // As unsafe as one that leads out.
        }
        throw new IOException("unsafe name " + name);
    }

    private static String numbered(String name, int number) {
        if (number == 1) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') + 1
                ? name + "-" + number
                : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
