package atelier.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Programs of other people that a test asks for their opinion. Where one is missing the test is skipped with a line,
/// unless `REQUIRE_MUSIC_TOOLS=1` says that it must be there.
public final class Programs {
    private static final ConcurrentHashMap<String, Boolean> TOLD = new ConcurrentHashMap<>();

    private Programs() {}

    /// What a program said, on both streams, and how it ended.
    public record Outcome(int code, String said) {}

    /// Skips the test where one of them is missing.
    public static void need(String... names) {
        for (String name : names) {
            if (!isHere(name)) {
                assertThat(System.getenv("REQUIRE_MUSIC_TOOLS")).as(name + " is demanded but not here")
                        .isNotEqualTo("1");
                if (TOLD.put(name, true) == null) {
                    System.out.println("Without " + name + " on the PATH the tests that ask it are skipped.");
                }
                Assumptions.abort(name + " is not here");
            }
        }
    }

    public static boolean isHere(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Runs it to its end, a minute at most.
    public static Outcome run(Path folder, List<String> command) {
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("QT_QPA_PLATFORM", "offscreen");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "did not end within a minute");
            }
            return new Outcome(process.exitValue(), new String(Files.readAllBytes(said), UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The same, where it must succeed.
    public static String said(Path folder, String... command) {
        Outcome outcome = run(folder, List.of(command));
        assertThat(outcome.code()).as("%s: %s", List.of(command), outcome.said()).isZero();
        return outcome.said();
    }
}
