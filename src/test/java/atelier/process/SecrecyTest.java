package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.standin.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing secret is ever written down or said, however much is logged and whatever fails.
class SecrecyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPERATORS = "AIza" + "SyC4n4ry-0f-the-0perator_000000000a";
    private static final String PERSONS = "AIza" + "SyC4n4ry-0f-a-pers0n_000000000000b1";
    private static final String REFUSED = "AIza" + "SyC4n4ry-that-is-refused_00000000c1";

    @TempDir
    private Path folder;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        town = new Town(folder);
        town.ollama.answers("Words from home.");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void neitherLogNorDatabaseNorFiguresNorAnswersHoldASecret() throws IOException {
        var settings = new HashMap<>(town.settings());
        settings.put("ATELIER_LOG_LEVEL", "trace");
        settings.put("ATELIER_GEMINI_KEY", OPERATORS);
        var process = town.start(settings, AtelierProcess.QUICK);

        talks("hello");
        keys();
        town.ollama.fails(Fault.SERVER_ERROR);
        town.gemini.fails(Fault.UNAUTHORIZED);
        talks("/code a greeting in Python");
        town.ollama.fails(Fault.CUT_MID_STREAM);
        talks("/explain what a monad is");
        town.gemini.fails(Fault.HTML);
        town.ollama.goesDown();
        talks("/code another greeting in Python");
        town.telegram.failNext(new Door.Fault.ServerError());
        town.discord.failNext(new Door.Fault.ServerError());
        town.telegram.failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)));
        town.discord.failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)));
        talks("a melody in D minor");
        town.discord.dropConnections(4000);
        await().atMost(PATIENCE).until(() -> process.status("/readyz") == 200);
        talks("/usage");
        var figures = process.get("/metrics").body();
        process.terminate();
        process.awaitEnd();

        var log = process.log();
        assertThat(log).as("it did log everything").contains("DEBUG");
        var secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(6);
        secrets.forEach(secret -> {
            assertThat(log.contains(secret)).as("log: %s…", secret.substring(0, 12)).isFalse();
            assertThat(figures.contains(secret)).as("figures").isFalse();
            assertThat((town.onTelegram().words() + town.onDiscord().words()).contains(secret)).as("answers").isFalse();
        });
        for (var secret : List.of(OPERATORS, PERSONS, REFUSED, town.telegram.token(), town.discord.token())) {
            for (var file : List.of("atelier.db", "atelier.db-wal")) {
                var path = folder.resolve("data").resolve(file);
                assertThat(Files.exists(path) && Files.readString(path, StandardCharsets.ISO_8859_1).contains(secret))
                        .as("%s holds %s…", file, secret.substring(0, 12)).isFalse();
            }
        }
    }

    /// The bots' tokens, every interaction's, and all keys.
    private List<String> secrets() {
        var secrets = new ArrayList<>(town.discord.secrets());
        secrets.addAll(List.of(OPERATORS, PERSONS, REFUSED, town.telegram.token()));
        return secrets;
    }

    private void keys() {
        says("/provider add gemini");
        says(PERSONS);
        town.gemini.refusesListing(Fault.UNAUTHORIZED);
        says("/provider add gemini");
        says(REFUSED);
        says("my key is " + REFUSED + " please remember it");
    }

    private void talks(String words) {
        says(words);
        var before = town.onDiscord().seen().size();
        if (words.startsWith("/")) {
            var command = words.substring(1).split(" ", 2);
            town.onDiscord().commands(command[0], command.length > 1 ? command[1] : "");
        } else {
            town.onDiscord().says(words);
        }
        await().atMost(PATIENCE).until(() -> town.onDiscord().seen().size() > before);
        quiet();
    }

    private void says(String words) {
        var before = town.onTelegram().seen().size();
        town.onTelegram().says(words);
        await().atMost(PATIENCE).until(() -> town.onTelegram().seen().size() > before);
        quiet();
    }

    private void quiet() {
        await().atMost(PATIENCE).until(() -> town.records().jobs("QUEUED") + town.records().jobs("RUNNING") == 0);
    }
}
