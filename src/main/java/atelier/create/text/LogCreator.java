package atelier.create.text;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.List;
import java.util.Map;

/// Reads a log: what happened, and commands that may help, each with its risk.
public final class LogCreator implements Creator<Intent.AnalyzeLog> {
    private final TextRoad road;

    public LogCreator(Router router) {
        road = new TextRoad(router, "log");
    }

    @Override
    public Creation create(Intent.AnalyzeLog intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "log");
        var told = road.askForWork(intent.request(), workbench, Map.of(), null, workbench.onText());
        return new Creation("log-analysis", List.of(), told.text(), List.of(), told.answered(), null);
    }
}
