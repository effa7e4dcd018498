package atelier.cli;

import atelier.store.backup.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Backs up everything Atelier keeps, while it runs or not.
@Command(name = "backup", mixinStandardHelpOptions = true, description = "back up database and files into one zip; the service may go on running")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "the zip to make; must not exist")
    private Path to = Path.of("");

    @Option(names = "--with-key", description = "put the vault's key file into it as well: whoever has such a backup can read the provider keys people entrusted to the bot")
    private boolean withKey;

    @Spec
    private @Nullable CommandSpec spec;

    BackupCommand() {}

    @Override
    public Integer call() {
        var places = Databases.places(config.loadForPerson());
        var made = new Backup(places, Clock.systemUTC()).make(to, withKey);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("%s: %s%d files, %,d bytes.".formatted(to, made.withDatabase() ? "the database and " : "",
                made.files(), made.bytes()));
        made.remarks().forEach(out::println);
        return 0;
    }
}
