package atelier.adapter.terminal;

import atelier.chat.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds `@path` in a typed line: each one that is a file becomes an attachment, the rest stays words.
record SentFiles(String words, List<Attachment> attachments) {
    static SentFiles in(String line) {
        var words = new ArrayList<String>();
        var attachments = new ArrayList<Attachment>();
        for (var word : line.split(" ", -1)) {
            var file = word.startsWith("@") ? file(word.substring(1)) : Optional.<Path>empty();
            file.ifPresentOrElse(path -> attachments.add(attachment(path)), () -> words.add(word));
        }
        return new SentFiles(String.join(" ", words).strip(), List.copyOf(attachments));
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Attachment attachment(Path path) {
        try {
            var type = Files.probeContentType(path);
            return new Attachment(String.valueOf(path.getFileName()), type == null ? "application/octet-stream" : type,
                    Files.size(path), path.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
