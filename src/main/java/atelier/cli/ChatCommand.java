package atelier.cli;

import atelier.adapter.terminal.JlineScreen;
import atelier.adapter.terminal.TerminalAdapter;
import atelier.config.Config;
import atelier.language.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        var locale = Locale.getDefault();
        var phrases = Phrases.of(locale);
        var screen = JlineScreen.open(config.dataDir().resolve("terminal-history"), phrases);
        var terminal = new TerminalAdapter(screen, config.terminalOut(), System.getProperty("user.name", "you"), locale,
                Clock.systemUTC());
        try (var service = Service.of(config, List.of(terminal))) {
            screen.print(phrases.say("terminal.welcome", "folder", config.terminalOut().toString()));
            service.start();
            terminal.awaitEnd();
            screen.status(phrases.say("terminal.finishing"));
            service.awaitIdle(Duration.ofMinutes(10));
            screen.status("");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
