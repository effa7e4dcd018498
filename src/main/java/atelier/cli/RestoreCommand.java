package atelier.cli;

import atelier.store.backup.Restore;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Puts a backup into an empty data folder.
@Command(name = "restore", mixinStandardHelpOptions = true, description = "put a backup into the data folder, which must be empty; the service must not run")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "a zip made by `admin backup`")
    private Path from = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    RestoreCommand() {}

    @Override
    public Integer call() {
        var places = Databases.places(config.loadForPerson());
        var restored = new Restore(places).run(from);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("Restored from %s, made %s: %s%d files, all as they were. Start Atelier now.".formatted(from,
                restored.madeAt(), restored.withDatabase() ? "the database and " : "", restored.files()));
        restored.remarks().forEach(out::println);
        return 0;
    }
}
