package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// What an `atelier admin …` said, and how it ended.
record AdminRun(int code, String said) {
    /// @param settings lines of the configuration
    static AdminRun of(Path home, String settings, String... words) throws IOException {
        var config = Files.writeString(home.resolve("admin-config.yml"), settings);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", config.toString()));
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        var code = new CommandLine(new AdminCommand()).setOut(out).setErr(out)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    out.println(failure.getMessage());
                    return 1;
                }).execute(all.toArray(String[]::new));
        return new AdminRun(code, said.toString());
    }

    void refusesWith(String sentence) {
        assertThat(said).contains(sentence);
        assertThat(code).as(said).isEqualTo(1);
    }

    void succeeds() {
        assertThat(code).as(said).isZero();
    }
}
