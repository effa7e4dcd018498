package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where only some models may answer, no other is asked: not as the usual one, not by name, not as a fallback.
class AllowedModelsTest {
    private final Servers servers = new Servers();

    @AfterEach
    void close() {
        servers.close();
    }

    private Answer ask(@Nullable String model, String... only) {
        return servers.router.generate(servers.request(Prompt.of("", "Hello"),
                new Terms(Terms.Cause.NONE, model, null, List.of(), true, false, Set.of(only))));
    }

    @Test
    void whatIsNotAllowedIsPassedOver() {
        assertThat(ask(null, "gemini")).isInstanceOfSatisfying(Answer.Answered.class,
                it -> assertThat(it.text()).isEqualTo("Cloud words."));
        assertThat(servers.ollama.generations()).isEmpty();
        assertThat(ask(null, "LLAMA3")).isInstanceOfSatisfying(Answer.Answered.class,
                it -> assertThat(it.text()).isEqualTo("Local words."));
    }

    @Test
    void aFallbackMustBeAllowedToo() {
        servers.gemini.goesDown();

        assertThat(ask(null, "gemini")).isInstanceOf(Answer.Failed.class);
        assertThat(servers.ollama.generations()).isEmpty();
    }

    @Test
    void aNameHelpsNobodyAround() {
        assertThat(ask("llama3.2", "gemini")).isInstanceOfSatisfying(Answer.Failed.class,
                it -> assertThat(it.sentence()).contains("gemini", "nothing was charged"));
        assertThat(servers.ollama.generations()).isEmpty();
    }
}
