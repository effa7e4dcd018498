package atelier.create.text;

import atelier.chat.UserFacingException;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.generation.Answer.Answered;
import atelier.generation.Prompt;
import atelier.generation.Router;
import java.util.Map;

/// One prompt, one answer in words.
final class TextRoad {
    private final Scribe scribe;
    private final PromptTemplate template;
    private final Prompt.Sampling sampling;

    TextRoad(Router router, String prompt, double temperature) {
        scribe = new Scribe(router);
        template = PromptTemplate.load(prompt);
        sampling = new Prompt.Sampling(temperature, null);
    }

    Answered ask(String words, Workbench bench, Map<String, String> values) {
        var prompt = Scribe.prompt(template.fill(values), words, bench, sampling);
        var answered = scribe.ask(prompt, bench, bench.onText());
        if (answered.text().isBlank()) {
            throw new UserFacingException(
                    "The model answered with nothing. Ask again, or choose another model with /model.");
        }
        return answered;
    }

    /// A review, an explanation, an analysis need something to look at.
    static void needSomething(String request, Workbench bench, String what) {
        if (request.isBlank() && bench.materials().isEmpty() && bench.history().isEmpty()) {
            throw new UserFacingException(
                    "There is no " + what + " to look at. Paste it behind the command or send it as a file.");
        }
    }
}
