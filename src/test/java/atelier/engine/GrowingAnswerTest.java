package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.create.ScriptedRouter;
import atelier.generation.Answer;
import atelier.generation.Request;
import atelier.generation.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees while files are being written for them.
class GrowingAnswerTest {
    private static final String FIRST = "Two files.\n```python main.py\nimport greet\ngreet.hello()\n```\n";
    private static final String SECOND = "```python greet.py\ndef hello():\n" + "    print('hello')\n".repeat(12);

    @TempDir
    Path folder;

    @Test
    void theListOfFilesGrowsInTheMessageUntilTheAnswerTakesItsPlace() {
        var chat = new TestChat();
        var seen = new CountDownLatch(1);
        var router = new Router() {
            @Override
            public Answer generate(Request request) {
                request.onText().accept(FIRST);
                request.onText().accept(FIRST + SECOND);
                try {
                    seen.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return new ScriptedRouter().says(FIRST + SECOND + "```\n").generate(request);
            }
        };
        try (var atelier = new TestAtelier(folder, chat, router)) {
            chat.says("ada", "/code a greeting in Python");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(chat.shownTo("ada").getLast().text())
                    .contains("Two files.", "✓ main.py (2 lines)", "✍ greet.py … ("));
            seen.countDown();

            assertThat(atelier.answer("ada").files()).containsOnlyKeys("main.py", "greet.py");
            assertThat(atelier.answer("ada").text()).doesNotContain("✍");
            assertThat(chat.shownTo("ada")).hasSize(1);
        }
    }
}
