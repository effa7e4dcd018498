package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.adapter.terminal.TypedChat;
import atelier.config.ConfigReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {
    @TempDir
    Path home;

    /// As `echo … | atelier chat`, with no model anywhere.
    @Test
    void whatIsPipedInIsMadeBeforeTheChatEnds() throws IOException, InterruptedException {
        var out = home.resolve("out");
        var config = ConfigReading.of(null, Map.of("ATELIER_DATA_DIR", home.resolve("data").toString(),
                "ATELIER_OLLAMA_URL", "off", "ATELIER_LMSTUDIO_URL", "off", "ATELIER_TERMINAL_OUT", out.toString()))
                .config();
        var chat = TypedChat.of(home.resolve("history"), out, "a calm melody in D minor\n");

        try (var service = Service.of(config, List.of(chat.terminal()))) {
            service.start();
            chat.terminal().awaitEnd();
            service.awaitIdle(Duration.ofSeconds(60));
        }

        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())).hasSize(3)
                    .allMatch(name -> name.startsWith("calm-melody-in-d-minor"))
                    .anyMatch(name -> name.endsWith(".mid")).anyMatch(name -> name.endsWith(".ogg"))
                    .anyMatch(name -> name.endsWith(".png"));
        }
        assertThat(chat.shown()).contains("Key D minor", "no model", "→ " + out);
    }
}
