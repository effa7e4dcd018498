package atelier.create.song;

import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.music.Stages;
import atelier.generation.Answer;
import atelier.generation.Answer.Answered;
import atelier.generation.Prompt;
import atelier.generation.Router;
import atelier.intent.MusicBrief;
import atelier.language.Phrases;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks a model for a plan by a JSON schema, and once more where the answer holds none.
final class SongModel {
    private static final String SCHEMA = Lines.text("schema.json");
    private static final String AGAIN = "That was not the JSON object I need: it must have \"sections\", each with \"name\", \"chords\" and \"lyrics\". Answer with the object alone.";

    private final Scribe scribe;
    private final PromptTemplate template = PromptTemplate.load("song");

    SongModel(Router router) {
        scribe = new Scribe(router);
    }

    /// @param answered the model's last answer, or why there is none
    record Told(Answer answered, Draft draft) {}

    Told ask(Wish wish, Workbench bench, Stages stages) {
        MusicBrief brief = wish.brief();
        String metre = brief.meter() != null && brief.meter().matches("3/4|6/8") ? brief.meter() : "";
        int steps = metre.isEmpty() ? 16 : 12;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("key", brief.key());
        values.put("mode", brief.scale());
        values.put("tempo", brief.tempo());
        values.put("metre", metre.isEmpty() ? "4/4" : metre);
        values.put("genre", brief.genre());
        values.put("mood", brief.mood());
        values.put("language", brief.language());
        values.put("form", wish.topline() ? "one verse and one chorus" : "");
        values.put("steps", steps);
        var plain = Scribe.prompt(template.fill(values), wish.request(), bench, template.sampling());
        var prompt = new Prompt(plain.system(), plain.turns(), plain.sampling(),
                SCHEMA.replace("{{{steps}}}", "{" + steps + "}"));
        Answer first = scribe.answer(prompt, bench, text -> stages.detail(progress(text, bench.phrases())));
        if (!(first instanceof Answered answered)) {
            return new Told(first, Draft.EMPTY);
        }
        Draft draft = PlanReader.read(answered.text());
        if (draft.isUsable()) {
            return new Told(answered, draft);
        }
        Answer second = scribe.answer(Scribe.next(prompt, answered.text(), AGAIN), bench,
                text -> stages.detail(progress(text, bench.phrases())));
        return second instanceof Answered better
                ? new Told(Scribe.sum(answered, better), PlanReader.read(better.text()))
                : new Told(answered, draft);
    }

    String prompt() {
        return template.id();
    }

    private static String progress(String text, Phrases phrases) {
        int sections = text.split("\"lyrics\"", -1).length - 1;
        return sections > 0 ? phrases.say("song.section", "number", sections) : "";
    }
}
