package atelier.create.code;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.Map;

/// Writes code: one or more files, checked.
public final class CodeCreator implements Creator<Intent.WriteCode> {
    private final CodeRoad road;
    private final PromptTemplate template = PromptTemplate.load("code");

    public CodeCreator(Router router) {
        road = new CodeRoad(new Scribe(router));
    }

    @Override
    public Creation create(Intent.WriteCode intent, Workbench workbench) {
        var brief = intent.brief();
        var system = template.fill(Map.of("language", CodeRoad.word(brief.language()), "framework",
                CodeRoad.word(brief.framework()), "target", CodeRoad.word(brief.targetType()), "complexity",
                CodeRoad.word(brief.complexity())));
        return road.make(system, intent.request(), Titles.of(intent.request(), "project"), workbench);
    }
}
