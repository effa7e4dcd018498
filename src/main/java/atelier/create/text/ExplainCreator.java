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
        road = new TextRoad(router, "explain");
    }

    @Override
    public Creation create(Intent.ExplainCode intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "code");
        var told = road.askForWork(intent.request(), workbench, Map.of("language", Words.of(intent.brief().language())),
                null, workbench.onText());
        return new Creation("explanation", List.of(), told.text(), List.of(), told.answered(), null);
    }
}
