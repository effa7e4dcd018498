package atelier.create.text;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.List;
import java.util.Map;

/// Converses; also for questions about what Atelier can do and how, put as talk.
public final class TalkCreator implements Creator<Intent.Talk> {
    private final TextRoad road;

    public TalkCreator(Router router) {
        road = new TextRoad(router, "talk");
    }

    @Override
    public Creation create(Intent.Talk intent, Workbench workbench) {
        var told = road.ask(intent.request(), workbench, Map.of());
        return new Creation("answer", List.of(), told.text(), List.of(), told.answered(), null);
    }
}
