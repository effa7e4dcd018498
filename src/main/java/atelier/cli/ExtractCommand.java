package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.create.ExtractedFile;
import atelier.create.code.Extraction;
import atelier.create.code.ExtractionJson;
import atelier.create.code.FileExtractor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows which files are found in a model's answer.
@Command(name = "extract", mixinStandardHelpOptions = true, description = "show the files found in a model's answer")
final class ExtractCommand implements Callable<Integer> {
    /// Longer than any model answers; what is bigger is some other file, named by mistake.
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "text files that hold an answer each")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "print a JSON line for each file")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /// One bad file does not keep the others from being read.
    @Override
    public Integer call() {
        int code = 0;
        for (var file : files) {
            try {
                show(file);
            } catch (UserFacingException failure) {
                Objects.requireNonNull(spec).commandLine().getErr().println(failure.getMessage());
                code = 1;
            }
        }
        return code;
    }

    private void show(Path file) {
        var found = FileExtractor.extract(text(file));
        if (json) {
            System.out.println(ExtractionJson.toJson(found));
        } else {
            list(file, found, System.out);
        }
    }

    private void list(Path file, Extraction found, PrintStream out) {
        if (files.size() > 1) {
            out.println(file + ":");
        }
        if (found.files().isEmpty() && found.rejected().isEmpty()) {
            out.println("There is no file in this answer.");
        }
        found.files().forEach(it -> out.println(line(it)));
        found.rejected().forEach(it -> out.println("refused: " + it.path() + " " + it.reason()));
        if (!found.explanation().isBlank()) {
            out.println();
            out.println(found.explanation());
        }
    }

    private static String line(ExtractedFile file) {
        long lines = file.content().lines().count();
        return file.path() + " (" + file.language() + ", " + lines + (lines == 1 ? " line" : " lines")
                + (file.truncated() ? ", cut off)" : ")");
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UserFacingException(file + " is a folder. Name a text file that holds a model's answer.");
            }
            if (!Files.exists(file)) {
                throw new UserFacingException("There is no file " + file + ". Check the name and try again.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new UserFacingException("The file " + file + " is bigger than 16 MB, which no model's answer is."
                        + " Name a text file that holds one answer.");
            }
            return decoded(file, Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UserFacingException("The file " + file + " cannot be read: " + failure.getMessage());
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
            if (bytes[i] == 0) {
                throw new UserFacingException(
                        "The file " + file + " is binary. Name a text file that holds a model's answer.");
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) {
                throw new UserFacingException(
                        "The file " + file + " is empty. Name a text file that holds a model's answer.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UserFacingException(
                    "The file " + file + " is not in UTF-8. Save it as UTF-8 text and try again.");
        }
    }
}
