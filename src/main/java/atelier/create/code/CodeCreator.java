package atelier.create.code;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.check.Promise;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var fragments = Stream.of(PromptTemplate.fragment("code", "language", brief.language()),
                PromptTemplate.fragment("code", "framework", brief.framework()),
                PromptTemplate.fragment("code", "target", brief.targetType()),
                PromptTemplate.fragment("code", "complexity", brief.complexity())).flatMap(Optional::stream).toList();
        var guidance = fragments.stream().map(fragment -> fragment.fill(Map.of())).collect(Collectors.joining("\n"));
        var system = template.fill(Map.of("language", CodeRoad.word(brief.language()), "framework",
                CodeRoad.word(brief.framework()), "target", CodeRoad.word(brief.targetType()), "complexity",
                CodeRoad.word(brief.complexity()), "guidance", guidance));
        var prompt = Stream.concat(Stream.of(template), fragments.stream()).map(PromptTemplate::id)
                .collect(Collectors.joining("+"));
        // One page without a framework is promised to open from anywhere.
        var promise = "page".equals(brief.targetType()) && brief.framework() == null
                ? Promise.SELF_CONTAINED
                : Promise.NONE;
        return road.make(new CodeRoad.Task(system, template.sampling(), prompt, intent.request(),
                Titles.of(intent.request(), "project"), promise), workbench);
    }
}
