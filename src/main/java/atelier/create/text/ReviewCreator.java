package atelier.create.text;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.List;
import java.util.Map;

/// Reviews code: findings with severity and line.
public final class ReviewCreator implements Creator<Intent.ReviewCode> {
    private final TextRoad road;

    public ReviewCreator(Router router) {
        road = new TextRoad(router, "review", 0.2);
    }

    @Override
    public Creation create(Intent.ReviewCode intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "code");
        var answered = road.ask(intent.request(), workbench, Map.of("language", Words.of(intent.brief().language())));
        return new Creation("review", List.of(), answered.text().strip(), List.of(), answered, null);
    }
}
