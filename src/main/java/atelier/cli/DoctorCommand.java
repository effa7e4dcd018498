package atelier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says why the bot is silent.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "say what is wrong, and how to mend it")
final class DoctorCommand implements Runnable {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        System.out.println(config.load());
    }
}
