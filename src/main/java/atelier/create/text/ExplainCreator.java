package atelier.create.text;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.List;
import java.util.Map;

/// Explains code in words a person can follow.
public final class ExplainCreator implements Creator<Intent.ExplainCode> {
    private final TextRoad road;

    public ExplainCreator(Router router) {
        road = new TextRoad(router, "explain", 0.3);
    }

    @Override
    public Creation create(Intent.ExplainCode intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "code");
        var answered = road.ask(intent.request(), workbench, Map.of("language", Words.of(intent.brief().language())));
        return new Creation("explanation", List.of(), answered.text().strip(), List.of(), answered, null);
    }
}
