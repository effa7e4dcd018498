package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.create.code.ExtractionJson;
import atelier.create.code.FileExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows which files are found in a model's answer.
@Command(name = "extract", mixinStandardHelpOptions = true, description = "show the files found in a model's answer")
final class ExtractCommand implements Runnable {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "text files that hold an answer each")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "print a JSON line for each file")
    private boolean json;

    @Override
    public void run() {
        files.forEach(this::show);
    }

    private void show(Path file) {
        var found = FileExtractor.extract(text(file));
        if (json) {
            System.out.println(ExtractionJson.toJson(found));
            return;
        }
        found.files().forEach(
                it -> System.out.println(it.path() + " (" + it.language() + (it.truncated() ? ", cut off)" : ")")));
        found.rejected().forEach(it -> System.out.println("refused: " + it));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UserFacingException("The file " + file + " cannot be read: " + failure.getMessage());
        }
    }
}
