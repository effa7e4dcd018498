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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `@path` and `@"a path"` in a typed line: each one that is a file becomes an attachment, the rest stays words.
record SentFiles(String words, List<Attachment> attachments) {
    private static final Pattern NAMED = Pattern.compile("(?<!\\S)@(?:\"([^\"]+)\"|(\\S+))(?: |$)");

    static SentFiles in(String line) {
        var attachments = new ArrayList<Attachment>();
        var words = NAMED.matcher(line).replaceAll(named -> {
            var file = file(named);
            file.ifPresent(path -> attachments.add(attachment(path)));
            return file.isPresent() ? "" : Matcher.quoteReplacement(named.group());
        });
        return new SentFiles(words.strip(), List.copyOf(attachments));
    }

    /// The first thing in the line that is named like a file but is none.
    static Optional<String> missing(String line) {
        return NAMED.matcher(line).results().filter(named -> file(named).isEmpty()).map(SentFiles::name)
                .filter(name -> name.matches(".*(/.|\\.\\p{Alnum}{1,5}$).*")).findFirst();
    }

    private static String name(MatchResult named) {
        return named.group(1) != null ? named.group(1) : named.group(2);
    }

    private static Optional<Path> file(MatchResult named) {
        var name = name(named);
        try {
            var path = name.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), name.substring(2))
                    : Path.of(name);
            return Optional.of(path).filter(Files::isRegularFile);
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
