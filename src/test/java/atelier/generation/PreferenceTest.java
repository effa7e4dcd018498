package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A model somebody prefers comes first, and others answer when it cannot.
class PreferenceTest {
    private final Servers servers = new Servers("ollama/llama3.2");

    @AfterEach
    void close() {
        servers.close();
    }

    private static Answer.Answered answered(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    @Test
    void thePersonsModelComesBeforeTheOperatorsThoughItMustBeLoaded() {
        servers.lmstudio.hasModel("qwen/qwen3-8b", false, 8192).answers("Preferred words.");

        Answer.Answered answer = answered(servers.askPreferring("lmstudio/qwen/qwen3-8b", false));

        assertThat(answer.text()).isEqualTo("Preferred words.");
        assertThat(answer.skipped()).isEmpty();
    }

    @Test
    void anotherAnswersWhenThePreferredModelIsGoneAndTheAnswerSaysSo() {
        Answer.Answered answer = answered(servers.askPreferring("ollama/mistral:7b", true));

        assertThat(answer.text()).isEqualTo("Local words.");
        assertThat(answer.skipped())
                .contains(new Answer.Skip("ollama/mistral:7b", Failure.MODEL_MISSING, "model missing"));
    }

    @Test
    void aPreferredCloudModelComesFirstAndTheLocalOneStandsBehindIt() {
        Answer.Answered first = answered(servers.askPreferring("gemini/gemini-2.5-pro", true));
        assertThat(first.model()).isEqualTo("gemini-2.5-pro");
        assertThat(first.skipped()).isEmpty();
        assertThat(answered(servers.askPreferring("gemini", true)).model()).isEqualTo("gemini-3.8-flash");
        assertThat(servers.ollama.generations()).isEmpty();

        servers.gemini.goesDown();
        Answer.Answered behind = answered(servers.askPreferring("gemini/gemini-2.5-pro", true));
        assertThat(behind.text()).isEqualTo("Local words.");
        assertThat(behind.skipped()).extracting(Answer.Skip::candidate).contains("gemini/gemini-2.5-pro");
    }

    @Test
    void aPreferredCloudModelIsNotAskedWhereTheCloudIsNotAllowed() {
        Answer.Answered answer = answered(servers.askPreferring("gemini/gemini-2.5-pro", false));

        assertThat(answer.text()).isEqualTo("Local words.");
        assertThat(answer.skipped())
                .contains(new Answer.Skip("gemini/gemini-2.5-pro", Failure.NO_MODEL, "may not be asked"));
        assertThat(servers.gemini.generations()).isEmpty();
    }
}
