package atelier.cli;

import atelier.cli.doctor.Doctor;
import atelier.cli.doctor.Finding;
import atelier.secret.SecretMask;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says why the bot is silent.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "say what is wrong, and how to mend it")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    DoctorCommand() {
        this(Clock.systemUTC());
    }

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    /// @return 0 when nothing is wrong
    @Override
    public Integer call() throws InterruptedException {
        var reading = config.read();
        SecretMask.learn(reading.draft().secrets());
        var findings = Doctor.of(reading, clock).examine();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        findings.forEach(finding -> out.println(finding.line()));
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.WRONG) ? 1 : 0;
    }
}
