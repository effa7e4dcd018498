package atelier.create.text;

import atelier.create.Brief;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Evidence;
import atelier.create.Workbench;
import atelier.create.Workbench.Material;
import atelier.create.risk.Risk;
import atelier.generation.Router;
import atelier.generation.Tokens;
import atelier.intent.Intent;
import atelier.language.Sentence;
import java.util.List;
import java.util.Map;

/// Reads a log: what happened, and commands that may help, each with its risk by rules and by the model.
public final class LogCreator implements Creator<Intent.AnalyzeLog> {
    private final TextRoad road;

    public LogCreator(Router router) {
        road = new TextRoad(router, "log");
    }

    @Override
    public Creation create(Intent.AnalyzeLog intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "log");
        long budget = Brief.BUDGET / (workbench.materials().size() + 1L) - 100;
        var words = LogCut.of(intent.request(), budget);
        var logs = workbench.materials().stream().map(log -> new Material(log.name(), LogCut.of(log.text(), budget)))
                .toList();
        var told = road.askForWork(words, TextRoad.with(workbench, logs), Map.of(), null, workbench.onText());
        var commands = SuggestedCommands.in(told.answered().text(), workbench.phrases());
        var worst = commands.worst();
        var text = commands.text() + (worst == Risk.CRITICAL
                ? "\n\n" + workbench.phrases().say("text.log.danger")
                : "");
        var before = Tokens.estimate(intent.request())
                + workbench.materials().stream().mapToLong(log -> Tokens.estimate(log.text())).sum();
        var after = Tokens.estimate(words) + logs.stream().mapToLong(log -> Tokens.estimate(log.text())).sum();
        var cut = after < before
                ? "\n\n" + workbench.phrases().say("text.log.cut", "percent", after * 100 / before)
                : "";
        var checks = worst == null
                ? List.<Check>of()
                : List.of(new Check("commands judged", true,
                        Sentence.of("check.worst", "mark", worst.mark(), "risk", worst.word())));
        return new Creation("log-analysis", List.of(), told.brief().noted(text) + cut, checks, told.answered(), null,
                new Evidence(road.prompt(), Map.of()));
    }
}
