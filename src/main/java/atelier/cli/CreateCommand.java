package atelier.cli;

import atelier.adapter.terminal.TerminalText;
import atelier.chat.UserFacingException;
import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.generation.Cancellation;
import atelier.generation.Terms;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.intent.Situation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes one thing and writes its files; keeps nothing.
@Command(name = "create", mixinStandardHelpOptions = true, description = "make one thing and write its files")
final class CreateCommand implements Runnable {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "what to make, as you would say it")
    private List<String> words = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go; by default as `terminal.out` says")
    private @Nullable Path out;

    @Option(names = "--model", paramLabel = "NAME", description = "the model that must answer")
    private @Nullable String model;

    @Option(names = "--seed", paramLabel = "N", description = "repeats a take of a built-in maker")
    private @Nullable Long seed;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Override
    public void run() {
        var settings = config.loadForPerson();
        var parsed = new IntentParser().parse(String.join(" ", words), null, Situation.NONE);
        try (var makers = Makers.of(settings)) {
            var started = System.nanoTime();
            var creation = make(parsed, makers);
            var elapsed = (System.nanoTime() - started) / 1_000_000;
            var written = WrittenFiles.write(creation.files(), out != null ? out : settings.terminalOut());
            System.out
                    .println(json
                            ? CreationJson.of(parsed.intent(), creation, written, elapsed)
                            : described(creation, written));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UserFacingException(
                    "The files cannot be written: " + failure.getMessage() + ". Choose another --out.");
        }
    }

    private Creation make(Parsed parsed, Makers makers) {
        var question = parsed.question();
        if (question != null) {
            throw new UserFacingException(question.text());
        }
        var wish = model != null ? model : parsed.entities().get("model") instanceof String named ? named : null;
        var bench = new Workbench(List.of(), List.of(), Terms.of(wish, null, true),
                seed != null ? seed : RandomGenerator.getDefault().nextLong(0, 1_000_000), _ -> {}, new Cancellation());
        try {
            return makers.workshop().make(parsed.intent(), bench);
        } catch (IllegalArgumentException _) {
            throw new UserFacingException(
                    "That is nothing I can make into files today. Try “a calm melody in D minor”, or talk to me in a chat: `mvn`.");
        }
    }

    private static String described(Creation creation, List<WrittenFiles.Written> written) {
        var isTerminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        var text = new StringBuilder(TerminalText.of(creation.text(), isTerminal, 0));
        written.forEach(file -> text.append("\n  → ").append(file.path()));
        return text.toString();
    }
}
