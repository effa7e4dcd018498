package atelier.adapter.terminal;

import atelier.chat.OutgoingFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder made files are written to. Nothing is ever overwritten: a second `song.mid` becomes `song-2.mid`.
final class OutFolder {
    private final Path folder;

    OutFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path write(OutgoingFile file) throws IOException {
        for (var number = 1;; number++) {
            var target = folder.resolve(numbered(file.name(), number)).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("unsafe name " + file.name());
            }
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
