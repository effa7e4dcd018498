package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.standin.Fault;
import atelier.usage.Cost;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Servers servers(CallListener listener) {
        return new Servers(null, new Oversight(Spending.UNLIMITED, TaskRanking.NONE, listener));
    }

    private void hears(Terms.Cause cause, Model model, Outcome outcome, Cost cost) {
        heard.add(model.id() + " " + switch (outcome) {
            case Outcome.Done done -> done.outputTokens() + " tokens";
            case Outcome.Broken broken -> broken.trouble().failure();
        } + (cost.usd() > 0 ? " paid" : " free") + " for " + cause.job());
    }

    @Test
    void everyTryIsToldWithItsOutcomeAndCost() {
        try (var servers = servers(this::hears)) {
            servers.ollama.fails(Fault.SERVER_ERROR);
            var terms = new Terms(new Terms.Cause(7, "chat", 3, "job 1", "TALK"), null, null, List.of(), true, false);

            servers.router.generate(servers.request(Prompt.of("", "Hello"), terms));
        }

        assertThat(heard).containsExactly("ollama/llama3.2:latest SERVER_ERROR free for job 1",
                "ollama/llama3.2:latest SERVER_ERROR free for job 1",
                "gemini/gemini-3.8-flash 200 tokens paid for job 1");
    }

    @Test
    void whoIsPassedOverUnaskedIsNotTold() {
        try (var servers = servers(this::hears)) {
            servers.ollama.fails(Fault.BAD_REQUEST).hasModel("llama3.2:latest", true, 100);

            servers.say(Prompt.of("", "word ".repeat(1000)), true);
        }

        assertThat(heard).containsExactly("gemini/gemini-3.8-flash 200 tokens paid for ");
    }

    @Test
    void aListenerThatFailsCostsNobodyTheirAnswer() {
        try (var servers = servers((cause, model, outcome, cost) -> {
            throw new IllegalStateException("the disk is full");
        })) {
            assertThat(servers.ask()).isInstanceOf(Answer.Answered.class);
        }
    }
}
