package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.doctor.Ailment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/// What `atelier doctor` said about a configuration, and how it ended.
record Examination(int code, List<String> lines) {
    /// Looks for nothing that the configuration does not name.
    static final String NO_MODELS = """
            ollama.url: off
            lmstudio.url: off
            """;

    /// @param home holds the configuration and, unless it says otherwise, the data
    static Examination of(Path home, String configuration) throws IOException {
        return of(home, configuration, Clock.systemUTC());
    }

    static Examination of(Path home, String configuration, Clock clock) throws IOException {
        var text = configuration.contains("data-dir:")
                ? configuration
                : configuration + "\ndata-dir: " + home.resolve("data") + "\n";
        var file = Files.writeString(home.resolve("config.yml"), text);
        var out = new StringWriter();
        var code = new CommandLine(new DoctorCommand(clock)).setOut(new PrintWriter(out, true))
                .execute("--config", file.toString());
        return new Examination(code, out.toString().lines().toList());
    }

    /// The same, and the line names this ailment.
    void says(Ailment ailment, String begin, String remedy, int expected) {
        says(begin, remedy, expected);
        assertThat(lines).as(begin).anySatisfy(
                line -> assertThat(line).startsWith(begin).contains(remedy).endsWith("[" + ailment.id() + "]"));
    }

    /// It ended with `code`, and one of its lines begins with `begin` and names `remedy`.
    void says(String begin, String remedy, int expected) {
        assertThat(lines).as(begin).anySatisfy(line -> assertThat(line).startsWith(begin).contains(remedy));
        assertThat(code).as(String.join("\n", lines)).isEqualTo(expected);
    }
}
