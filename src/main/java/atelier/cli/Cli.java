package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.config.ConfigException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The commands of Atelier. Exit codes: 0 fine, 1 failure with a sentence on stderr, 2 wrong usage.
@Command(name = "atelier", mixinStandardHelpOptions = true, version = "Atelier 0.1.0", description = "A chat bot with which people create by talking. Without a command: runs the service, or a chat here when no chat platform is set up.", subcommands = {
        RunCommand.class, ChatCommand.class, CreateCommand.class, IntentCommand.class, ExtractCommand.class,
        DoctorCommand.class, AdminCommand.class, RehearseCommand.class})
public final class Cli implements Runnable {
    @Mixin
    private ConfigOption config = new ConfigOption();

    private Cli() {}

    /// Runs one command line.
    ///
    /// @return the exit code
    public static int run(String... args) {
        Encoding.utf8UnlessChosen();
        Quiet.libraries();
        return new CommandLine(new Cli()).setExecutionExceptionHandler((failure, line, _) -> {
            line.getErr().println(sentence(failure));
            return 1;
        }).execute(args);
    }

    private static String sentence(Exception failure) {
        if (failure instanceof UserFacingException || failure instanceof ConfigException) {
            return String.valueOf(failure.getMessage());
        }
        LoggerFactory.getLogger(Cli.class).error("the command failed", failure);
        return "Atelier failed: " + failure.getMessage();
    }

    @Override
    public void run() {
        RunCommand.run(config.load());
    }
}
