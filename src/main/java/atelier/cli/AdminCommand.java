package atelier.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the operator does beside the running service.
@Command(name = "admin", mixinStandardHelpOptions = true, description = "look after an Atelier, running or not", subcommands = {
        RotateKeysCommand.class, BackupCommand.class, RestoreCommand.class, MigrateStoreCommand.class,
        GrantCommand.class, RefundCommand.class})
final class AdminCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    AdminCommand() {}

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                "Say what to do: `admin backup`, `admin restore`, `admin migrate-store`, `admin rotate-keys`, `admin grant` or `admin refund`.");
    }
}
