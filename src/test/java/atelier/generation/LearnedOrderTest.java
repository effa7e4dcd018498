package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Sentence;
import atelier.standin.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnedOrderTest {
    private static final Sentence BECAUSE = Sentence.of("learning.elsewhere", "model", "qwen");

    private final Servers servers = new Servers(null,
            new Oversight(Spending.UNLIMITED, LearnedOrderTest::qwenFirst, CallListener.NONE));

    @AfterEach
    void close() {
        servers.close();
    }

    private static TaskRanking.Ranked qwenFirst(Terms.Cause cause, List<String> models) {
        var sorted = models.stream().sorted((a, b) -> Boolean.compare(b.contains("qwen"), a.contains("qwen"))).toList();
        return new TaskRanking.Ranked(sorted, sorted.equals(models) ? null : BECAUSE);
    }

    private static Answer.Answered answered(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    @Test
    void theModelThatDidBetterIsAskedFirstAndTheAnswerSaysSo() {
        servers.lmstudio.hasModel("qwen3");

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.model()).isEqualTo("qwen3");
        assertThat(answer.note()).isEqualTo(BECAUSE);
    }

    @Test
    void nothingIsSaidWhenAnotherHadToAnswer() {
        servers.lmstudio.hasModel("qwen3").fails(Fault.BAD_REQUEST);

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.provider()).isEqualTo("ollama");
        assertThat(answer.note()).isNull();
    }

    @Test
    void whatThePersonPrefersComesBeforeExperience() {
        servers.lmstudio.hasModel("qwen3");

        Answer.Answered answer = answered(servers.askPreferring("llama3.2", true));

        assertThat(answer.provider()).isEqualTo("ollama");
        assertThat(answer.note()).isNull();
    }

    @Test
    void aModelThatMustBeLoadedDoesNotComeBeforeALoadedOne() {
        servers.lmstudio.hasModel("qwen3", false, 8192);

        assertThat(answered(servers.ask()).provider()).isEqualTo("ollama");
    }

    @Test
    void theOperatorsDefaultStaysFirst() {
        try (var others = new Servers("llama3.2",
                new Oversight(Spending.UNLIMITED, LearnedOrderTest::qwenFirst, CallListener.NONE))) {
            others.lmstudio.hasModel("qwen3");

            assertThat(answered(others.ask()).provider()).isEqualTo("ollama");
        }
    }

    @Test
    void experienceThatKnowsNoneOfThemLosesNone() {
        try (var others = new Servers(null, new Oversight(Spending.UNLIMITED,
                (cause, models) -> new TaskRanking.Ranked(List.of(), null), CallListener.NONE))) {
            others.lmstudio.hasModel("qwen3");
            others.ollama.fails(Fault.BAD_REQUEST);

            assertThat(answered(others.ask()).provider()).isEqualTo("lmstudio");
        }
    }
}
