package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.create.code.CodeCreator;
import atelier.create.dojo.GameCreator;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Work that may cost more than a few cents says so before anybody is asked for it.
class CostsSaidBeforehandTest {
    private static final String CODE = "Here.\n```python main.py\nprint(1)\n```\n";

    private final Servers servers = new Servers();
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void close() {
        servers.close();
    }

    /// @param model null where any may answer
    private Creation make(String words, @org.jspecify.annotations.Nullable String model) {
        var bench = new Workbench(List.of(), List.of(), Terms.of(model, null, true), 1, this::shows,
                new Cancellation());
        return switch (new IntentParser().parse(words, null, Situation.NONE).intent()) {
            case Intent.WriteCode code -> new CodeCreator(servers.router).create(code, bench);
            case Intent.MakeGame game -> new GameCreator(servers.router).create(game, bench);
            case Intent other -> throw new IllegalArgumentException(other.toString());
        };
    }

    private void shows(String text) {
        shown.add(servers.gemini.generations().size() + " asked: " + text);
    }

    @Test
    void codeByADearModel() {
        servers.gemini.answers(CODE);
        make("/code print one in Python", "gemini/gemini-2.5-pro");

        assertThat(shown).first().asString().startsWith("0 asked: ").contains("gemini/gemini-2.5-pro may cost up to $",
                "Press Stop");
    }

    @Test
    void aGameByADearModel() {
        servers.gemini.answers("{}");
        make("make a jump and run about a fox", "gemini/gemini-2.5-pro");

        assertThat(shown).filteredOn(text -> text.contains("may cost up to $")).isNotEmpty().first().asString()
                .startsWith("0 asked: ").contains("gemini/gemini-2.5-pro may cost up to $");
    }

    @Test
    void whatIsMadeAtHomeIsNotPriced() {
        servers.ollama.answers(CODE);
        make("/code print one in Python", null);

        assertThat(shown).noneMatch(text -> text.contains("may cost"));
        assertThat(servers.gemini.generations()).isEmpty();
    }
}
