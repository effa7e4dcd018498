package atelier.cli;

import atelier.adapter.terminal.JlineScreen;
import atelier.adapter.terminal.TerminalAdapter;
import atelier.config.Config;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A chat at this terminal.
@Command(name = "chat", mixinStandardHelpOptions = true, description = "chat at this terminal")
final class ChatCommand implements Runnable {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        run(config.loadForPerson());
    }

    static void run(Config config) {
        var screen = JlineScreen.open(config.dataDir().resolve("terminal-history"));
        var terminal = new TerminalAdapter(screen, config.terminalOut(), System.getProperty("user.name", "you"),
                Clock.systemUTC());
        try (var service = Service.of(config, List.of(terminal))) {
            screen.print("""
                    Atelier: say what to make. Files go to %s.
                    Try: a calm melody in D minor · /help · @file sends a file · Ctrl-D ends."""
                    .formatted(config.terminalOut()));
            service.start();
            terminal.awaitEnd();
            screen.status("Finishing what is still running… (Ctrl-C ends at once)");
            service.awaitIdle(Duration.ofMinutes(10));
            screen.status("");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
