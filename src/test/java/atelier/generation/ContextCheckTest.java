package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextCheckTest {
    private static final Prompt LONG = Prompt.of("", "word ".repeat(9600));

    private final Servers servers = new Servers();

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void aModelThatIsTooSmallIsPassedOverForTheCloudUnasked() {
        servers.ollama.hasModel("llama3.2:latest", true, 8192);

        assertThat(servers.say(LONG, true)).isInstanceOfSatisfying(Answer.Answered.class, answer -> {
            assertThat(answer.provider()).isEqualTo("gemini");
            assertThat(answer.skipped()).contains(new Answer.Skip("ollama/llama3.2:latest", Failure.TOO_LONG,
                    "prompt too long (≈ 12,000 of 8,192 tokens)"));
        });
        assertThat(servers.ollama.generations()).isEmpty();
    }

    @Test
    void aLargerModelAtHomeIsAskedBeforeTheCloud() {
        servers.ollama.hasModel("llama3.2:latest", true, 8192).hasModel("large:latest", true, 32768);

        assertThat(servers.say(LONG, true)).isInstanceOfSatisfying(Answer.Answered.class,
                answer -> assertThat(answer.model()).isEqualTo("large:latest"));
    }

    @Test
    void whenNoneIsLargeEnoughThePersonIsToldWhatToDo() {
        servers.ollama.hasModel("llama3.2:latest", true, 8192);

        assertThat(servers.say(LONG, false)).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.TOO_LONG);
            assertThat(failed.sentence()).contains("≈ 12,000 of 8,192 tokens", "Shorten", "new conversation",
                    "larger context", "cloud");
        });
    }

    @Test
    void roomForTheAnswerIsKept() {
        var model = new Model("m", "p", true, true, 8192, Model.State.HEALTHY, 0);

        assertThat(ContextCheck.of(Prompt.of("", "word ".repeat(5600)), model)).isEqualTo(Trouble.lasting(
                Failure.TOO_LONG, "prompt too long (≈ 7,000 of 8,192 tokens, no room for an answer)"));
        assertThat(ContextCheck.of(
                Prompt.of("", "word ".repeat(5600)).with(new Prompt.Sampling(null, 500)), model)).isNull();
        assertThat(
                ContextCheck.of(Prompt.of("", "Hello"), new Model("m", "p", true, true, 1024, Model.State.HEALTHY, 0)))
                .isNull();
    }

    @Test
    void aServerThatDoesNotSayIsAsked() {
        var model = new Model("m", "p", true, true, 0, Model.State.HEALTHY, 0);

        assertThat(ContextCheck.of(LONG, model)).isNull();
    }

    @Test
    void whatPassesFitsTheContextThatOllamaIsAskedFor() {
        servers.ollama.hasModel("llama3.2:latest", false, 16384);

        assertThat(servers.say(LONG, false)).isInstanceOf(Answer.Answered.class);

        assertThat(servers.ollama.generations().getFirst().body().replaceAll("\\s", ""))
                .contains("\"num_ctx\":16384");
    }
}
