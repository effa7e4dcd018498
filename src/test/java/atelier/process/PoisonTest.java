package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A message whose work ends the process, whoever starts it again.
@Execution(ExecutionMode.CONCURRENT)
class PoisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String POISON = "poison";

    @TempDir
    private Path folder;
    private Town town;
    private final AtomicReference<@Nullable AtelierProcess> running = new AtomicReference<>();

    @BeforeEach
    void open() throws IOException {
        town = new Town(folder);
        town.ollama.answersBy(request -> {
            var process = running.get();
            if (process != null && request.body().contains(POISON)) {
                process.kill();
            }
            return "It prints a word.";
        });
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void afterThreeCrashesItIsGivenUpWithASentenceAndTheOthersAreAnswered() {
        town.onTelegram().commands("explain", "```python\nprint(\"" + POISON + "\")\n```");
        crash();
        crash();
        try (var third = begin()) {
            third.awaitReady();
            town.discord.commands("bystander", "explain", Map.of("prompt", "```python\nprint(1)\n```"));
            await().atMost(PATIENCE).until(() -> words("bystander").contains("It prints a word."));
            third.awaitEnd();
        }
        var fourth = town.start();

        await().atMost(PATIENCE).until(() -> town.onTelegram().words().contains("This broke off 3 times"));
        assertThat(town.onTelegram().words()).contains("Nothing was charged").doesNotContain("On it", "▌");
        assertThat(town.records().jobs("QUARANTINED")).isOne();
        assertThat(town.records().charged()).as("the bystander's").isOne();
        assertThat(town.records().reservations()).containsExactlyInAnyOrder("settled", "released");
        assertThat(fourth.status("/readyz")).isEqualTo(200);
    }

    private void crash() {
        try (var process = begin()) {
            process.awaitEnd();
        }
    }

    private AtelierProcess begin() {
        var process = town.begin(town.settings(), AtelierProcess.QUICK);
        running.set(process);
        return process;
    }

    private String words(String person) {
        return String.join("\n", town.discord.seenBy(person).stream().map(Seen::text).toList());
    }
}
