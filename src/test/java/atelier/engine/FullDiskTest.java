package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where files cannot be stored any more, nobody pays for it and everything else goes on.
class FullDiskTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();

    @Test
    void thePersonIsToldAndChargedNothingAndTheServiceGoesOn() throws IOException {
        var refuses = Files.createFile(folder.resolve("files")); // where a folder should be
        try (var atelier = new TestAtelier(folder, chat, new ScriptedRouter())) {
            var answer = atelier.says("ada", "a melody");
            assertThat(answer.text()).contains("no room left for files", "Nothing was charged");
            assertThat(answer.files()).isEmpty();
            assertThat(atelier.used("ada")).isZero();
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");

            Files.delete(refuses);
            assertThat(atelier.says("ada", "a melody").files()).containsKey("quick.mid");
            assertThat(atelier.used("ada")).isOne();
        }
    }
}
