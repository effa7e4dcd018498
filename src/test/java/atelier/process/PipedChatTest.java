package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chat at the terminal where nobody types: the lines were there before it was ready, and then they end.
class PipedChatTest {
    @TempDir
    private Path folder;

    @Test
    void aLineThatWasPipedInIsAnsweredAndItsWorkFinishedBeforeTheChatEnds() throws IOException {
        var typed = Files.writeString(folder.resolve("lines.txt"), "a calm melody in C\n");
        var settings = Map.of("ATELIER_DATA_DIR", folder.resolve("data").toString(), "ATELIER_OLLAMA_URL", "off",
                "ATELIER_LMSTUDIO_URL", "off", "ATELIER_HTTP_PORT", "0");

        try (var chat = AtelierProcess.chat(folder, settings, typed)) {
            assertThat(chat.exitCode(Duration.ofSeconds(60))).isZero();
            assertThat(chat.log()).contains("Calm melody in C major", "Made by the built-in composer");
        }
        try (var files = Files.list(folder.resolve("atelier-files"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".mid")).anyMatch(name -> name.endsWith(".ogg"));
        }
    }

    @Test
    void lettersBeyondAsciiArriveWhereNoLocaleIsChosen() throws IOException {
        var typed = Files.writeString(folder.resolve("lines.txt"),
                "/settings language de\nnenne dieses Gespräch Lied für Ödön\n");
        var settings = Map.of("ATELIER_DATA_DIR", folder.resolve("data").toString(), "ATELIER_OLLAMA_URL", "off",
                "ATELIER_LMSTUDIO_URL", "off", "ATELIER_HTTP_PORT", "0", "LC_ALL", "C");

        try (var chat = AtelierProcess.chat(folder, settings, typed)) {
            assertThat(chat.exitCode(Duration.ofSeconds(60))).isZero();
            assertThat(chat.log()).contains("Es heißt jetzt Lied für Ödön.");
        }
    }
}
