package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.intent.IntentJson;
import atelier.intent.IntentLines;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what words are understood as.
@Command(name = "intent", mixinStandardHelpOptions = true, description = "show what words are understood as")
final class IntentCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORDS")
    private List<String> words = List.of();

    @Option(names = "--lines", paramLabel = "FILE", description = "answer one JSON line for each line of FILE")
    private @Nullable Path lines;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public void run() {
        var parser = new IntentParser();
        if (lines != null) {
            each(new IntentLines(parser), lines);
        } else if (!words.isEmpty()) {
            var parsed = parser.parse(String.join(" ", words), null, Situation.NONE);
            System.out.println(json
                    ? IntentJson.describe(parsed)
                    : "%s (%.2f) %s".formatted(parsed.intent().kind(), parsed.confidence(), parsed.entities()));
        } else if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Give words, or --lines FILE.");
        }
    }

    private static void each(IntentLines answers, Path file) {
        try (var content = Files.lines(file)) {
            content.forEach(line -> System.out.println(answers.answer(line)));
        } catch (IOException failure) {
            throw new UserFacingException("The file " + file + " cannot be read: " + failure.getMessage());
        }
    }
}
