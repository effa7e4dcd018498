package atelier.create.dojo;

import atelier.chat.Excerpt;
import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.check.Promise;
import atelier.create.code.CodeRoad;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.create.game.GameEngine;
import atelier.generation.Answer.Answered;
import atelier.generation.Router;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A game's code written by a model in full, from its design, and checked.
final class OwnCode {
    private static final Pattern WANTED = Pattern.compile(
            "(?iu)\\b(?:own code|from scratch|your own code|eigene[nmr]? code|von grund auf|código propio|desde cero|code propre|à partir de zéro|código próprio|do zero)\\b|с нуля|从零|从头");

    private static final int LONGEST_WHY = 120;

    private final CodeRoad road;
    private final PromptTemplate template = PromptTemplate.load("game");

    OwnCode(Router router) {
        road = new CodeRoad(new Scribe(router));
    }

    /// What came of it.
    sealed interface Outcome {
        /// Files that passed.
        record Written(List<Artifact> files, List<Check> checks, Answered answered) implements Outcome {}

        /// @param why      short words
        /// @param answered what was spent on it all the same
        record Failed(String why, boolean wasWritten, Optional<Answered> answered) implements Outcome {}
    }

    static boolean isWanted(String request) {
        return WANTED.matcher(request.substring(0, Math.min(30_000, request.length()))).find();
    }

    /// Whether a model's code for the engine can be checked well enough to be handed over.
    static boolean isPossible(GameEngine engine) {
        return engine == GameEngine.HTML5 || engine == GameEngine.PYGAME;
    }

    Outcome write(GameDesign design, GameEngine engine, String request, List<String> beyond, Workbench bench) {
        try {
            var made = road.make(new CodeRoad.Task(system(design, engine, beyond), template.sampling(), template.id(),
                    request, design.title(), engine.isWeb() ? Promise.SELF_CONTAINED : Promise.NONE), bench);
            var answered = Optional.ofNullable(made.answeredBy());
            var checks = new ArrayList<>(made.checks());
            checks.add(entry(made.files(), engine));
            var broken = checks.stream().filter(check -> !check.passed()).findFirst();
            return broken.isPresent() || answered.isEmpty()
                    ? new Outcome.Failed(
                            broken.map(check -> check.named(bench.phrases()) + ": "
                                    + Excerpt.line(check.in(bench.phrases()), LONGEST_WHY)).orElse(""),
                            true, answered)
                    : new Outcome.Written(made.files(), checks, answered.get());
        } catch (UserFacingException failure) {
            return new Outcome.Failed(
                    Excerpt.line(failure.what().in(bench.phrases()), LONGEST_WHY), false, Optional.empty());
        }
    }

    private String system(GameDesign design, GameEngine engine, List<String> beyond) {
        return template.fill(Map.of("engine", engine.label(), "page", engine.isWeb() ? engine.label() : "", "pygame",
                engine == GameEngine.PYGAME ? "Pygame" : "", "complexity",
                design.complexity().name().toLowerCase(Locale.ROOT), "levels", design.levels().size(), "beyond",
                beyond.stream().map(wish -> "“" + wish + "”").collect(Collectors.joining(", ")), "design",
                DesignJson.write(design).strip()));
    }

    private static Check entry(List<Artifact> files, GameEngine engine) {
        if (engine == GameEngine.PYGAME) {
            boolean there = files.stream().anyMatch(file -> file.path().equals("main.py"));
            return new Check("starts at main.py", there, Sentence.of(there ? "check.main.there" : "check.main.none"));
        }
        return GameChecks.page(files).map(GameChecks::alone)
                .orElseGet(() -> new Check("self-contained page", false,
                        Sentence.of("check.page.none")));
    }
}
