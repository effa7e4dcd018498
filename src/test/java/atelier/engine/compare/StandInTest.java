package atelier.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.create.code.CodeCreator;
import atelier.create.dojo.GameCreator;
import atelier.create.song.SongCreator;
import atelier.create.song.ToplineCreator;
import atelier.create.text.ExplainCreator;
import atelier.create.text.LogCreator;
import atelier.create.text.LyricsCreator;
import atelier.create.text.ReviewCreator;
import atelier.create.text.TalkCreator;
import atelier.engine.port.Workshop;
import atelier.generation.Answer;
import atelier.generation.Ask;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Outcome;
import atelier.generation.OwnModel;
import atelier.generation.Prompt;
import atelier.generation.Provider;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.language.Language;
import atelier.language.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who answers in place of a model that fails in a comparison.
class StandInTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    private Answer answer(Request request) {
        var model = String.valueOf(request.terms().model());
        asked.add(model);
        return model.equals("spare")
                ? new Answer.Answered("From the spare.", "spare", "own", true, 1, 2, 3, 4, 0, List.of())
                : new Answer.Failed(Failure.UNREACHABLE, "", model + " is not there. Start it.", List.of());
    }

    private Take take(List<OwnModel> own, String model) {
        var terms = new Terms(Terms.Cause.NONE, null, null, own, true, false);
        var bench = new Workbench(List.of(), List.of(), terms, 1, _ -> {}, new Cancellation());
        return new Bout(workshop(this::answer), new Intent.Talk("hello"), bench,
                new Board(List.of(model), Phrases.of(Language.ENGLISH), shown::add),
                new Servers(it -> it))
                .take("j1", 0, model, model);
    }

    private static Workshop workshop(Router router) {
        Creator<Intent.ComposeMelody> none = (_, _) -> new Creation("", List.of(), "", List.of(), null, null);
        return new Workshop(new CodeCreator(router), new ReviewCreator(router), new ExplainCreator(router),
                new GameCreator(router), new LyricsCreator(router), none, new ToplineCreator(router),
                new SongCreator(router), new LogCreator(router),
                new TalkCreator(router));
    }

    private static OwnModel own(String name, String... fallbacks) {
        return new OwnModel(OwnModel.Whose.PERSON, name, new Silent(), name, new Prompt.Sampling(null, null),
                List.of(fallbacks), true);
    }

    @Test
    void aRegisteredFallbackStandsInForItsModel() {
        var take = take(List.of(own("Fast", "away", "spare"), own("spare")), "fast");

        assertThat(asked).containsExactly("fast", "away", "spare");
        assertThat(take).isInstanceOfSatisfying(Take.Made.class,
                made -> assertThat(made.answered().model()).isEqualTo("spare"));
        assertThat(shown.getLast()).contains("✓ fast: completed");
    }

    @Test
    void nobodyStandsInForAModelWithoutRegisteredFallbacks() {
        var take = take(List.of(own("spare")), "ollama/llama3");

        assertThat(asked).containsExactly("ollama/llama3");
        assertThat(take).isEqualTo(new Take.Missed(1, "ollama/llama3", "ollama/llama3",
                "ollama/llama3 is not there. Start it."));
        assertThat(shown.getLast()).contains("✗ ollama/llama3: failed: ollama/llama3 is not there.");
    }

    /// Never asked: the router of the test answers.
    private record Silent() implements Provider {
        @Override
        public String id() {
            return "own";
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public Listing models(Duration limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome generate(Ask ask) {
            throw new UnsupportedOperationException();
        }
    }
}
