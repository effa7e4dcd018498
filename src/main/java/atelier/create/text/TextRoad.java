package atelier.create.text;

import atelier.chat.UserFacingException;
import atelier.create.Brief;
import atelier.create.PromptTemplate;
import atelier.create.Refusal;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.generation.Answer.Answered;
import atelier.generation.Router;
import atelier.language.Sentence;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One prompt, one answer in words.
final class TextRoad {
    private final Scribe scribe;
    private final PromptTemplate template;

    TextRoad(Router router, String prompt) {
        scribe = new Scribe(router);
        template = PromptTemplate.load(prompt);
    }

    /// An answer, and what of the request was cut for it.
    record Told(Answered answered, Brief brief) {
        /// The answer with the notes under it.
        String text() {
            return brief.noted(answered.text().strip());
        }
    }

    Told ask(String words, Workbench bench, Map<String, String> values) {
        return ask(words, bench, values, null, bench.onText());
    }

    /// @param schema what the answer should look like; null for words
    Told ask(String words, Workbench bench, Map<String, String> values, @Nullable String schema,
            Consumer<String> progress) {
        var told = scribe.ask(template.fill(values), words, bench, template.sampling(), schema, progress);
        if (told.answered().text().isBlank()) {
            throw new UserFacingException(Sentence.of("text.nothing"));
        }
        return new Told(told.answered(), told.brief());
    }

    /// As [#ask], where an answer that only declines is none.
    Told askForWork(String words, Workbench bench, Map<String, String> values, @Nullable String schema,
            Consumer<String> progress) {
        var told = ask(words, bench, values, schema, progress);
        Refusal.refuseAll(told.answered().text());
        return told;
    }

    String prompt() {
        return template.id();
    }

    /// A review, an explanation, an analysis need something to look at.
    static void needSomething(String request, Workbench bench, String what) {
        if (request.isBlank() && bench.materials().isEmpty() && bench.history().isEmpty()) {
            throw new UserFacingException(Sentence.of("text.missing." + what));
        }
    }

    /// The same bench with other files on it.
    static Workbench with(Workbench bench, List<Workbench.Material> materials) {
        return new Workbench(bench.history(), materials, null, bench.terms(), bench.seed(), bench.onText(),
                bench.cancellation(), bench.manner());
    }
}
