package atelier.create.dojo;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.check.Promise;
import atelier.create.code.CodeRoad;
import atelier.create.design.DesignCompleter;
import atelier.create.design.DesignCompleter.Completed;
import atelier.create.design.Designer;
import atelier.create.design.Say;
import atelier.create.design.Wish;
import atelier.create.design.WishReader;
import atelier.create.game.GameDesign;
import atelier.create.game.GameEngine;
import atelier.create.game.Skeletons;
import atelier.generation.Answer;
import atelier.generation.Answer.Answered;
import atelier.generation.Router;
import atelier.intent.Intent;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a whole game: a design by a model or, without one, from the words alone; the engine's files by our own skeletons, or by
/// the model where the wish goes beyond them; documents; checks.
public final class GameCreator implements Creator<Intent.MakeGame> {
    static final String MAKER = "the built-in game designer";

    private final Designer designer;
    private final OwnCode ownCode;
    private final CodeRoad road;
    private final PromptTemplate template = PromptTemplate.load("game");

    public GameCreator(Router router) {
        designer = new Designer(router);
        ownCode = new OwnCode(router);
        road = new CodeRoad(new Scribe(router));
    }

    /// @throws UserFacingException for an engine that is not made here, and where the one model that may answer does not
    @Override
    public Creation create(Intent.MakeGame intent, Workbench workbench) {
        var earlier = Earlier.on(workbench);
        return switch (EngineChoice.of(intent)) {
            case EngineChoice.Language(var language) -> programmed(intent, "", language, workbench);
            case EngineChoice.Ours(var engine) when earlier.ownCode() && !OwnCode.isPossible(engine) ->
                programmed(intent, engine.label(), "", workbench);
            case EngineChoice.Ours(var engine) -> game(intent, engine, earlier, workbench);
        };
    }

    /// Written by a model alone.
    private Creation programmed(Intent.MakeGame intent, String engine, String language, Workbench workbench) {
        var brief = intent.brief();
        var system = template.fill(Map.of("engine", engine, "language", language, "theme", word(brief.theme()),
                "complexity", word(brief.complexity()), "levels", word(brief.levels())));
        return road.make(new CodeRoad.Task(system, template.sampling(), template.id(), intent.request(), "game",
                Promise.NONE), workbench);
    }

    private Creation game(Intent.MakeGame intent, GameEngine engine, Earlier earlier, Workbench workbench) {
        if (earlier.design().isPresent() && !earlier.ownCode()) {
            return changed(intent, engine, earlier, earlier.design().get(), workbench);
        }
        var wish = WishReader.read(intent.request(), intent.brief());
        var answer = designer.ask(wish, earlier.designing(workbench));
        var made = designed(wish, answer, earlier, workbench);
        var answered = answer instanceof Answered one ? Optional.of(one) : Optional.<Answered>empty();
        var say = Say.in(wish.tongue());
        return finished(intent, new Plan(wish, made, engine, by(made, answered, say), wish.remarks(), say), answered,
                earlier, workbench);
    }

    /// What our own rules understand is changed exactly and at once; a model is asked only for what is left.
    private Creation changed(Intent.MakeGame intent, GameEngine engine, Earlier earlier, GameDesign old,
            Workbench bench) {
        var change = GameChange.of(intent, old, bench);
        var wish = change.wish();
        var answer = change.isWhole()
                ? Optional.<Answer>empty()
                : Optional.of(designer.ask(wish, earlier.designing(bench)));
        if (answer.isPresent() && answer.get() instanceof Answer.Failed failed && bench.terms().model() != null) {
            throw new UserFacingException(failed.what());
        }
        var answered = answer.filter(Answered.class::isInstance).map(Answered.class::cast);
        var made = change.design(answered.map(Answered::text), bench.seed());
        var say = change.say();
        if (answered.isEmpty() && made.design().equals(old) && !earlier.isForOtherThan(engine)) {
            throw new UserFacingException(change.nothing());
        }
        var by = answered.isEmpty() ? say.line("by-change") : by(made, answered, say);
        var plan = new Plan(wish, made, engine, by, change.remarks(answer.isPresent() && answered.isEmpty()), say);
        return answered.isEmpty()
                ? delivered(plan, answered, earlier.by().orElse(by), answer.isPresent())
                : finished(intent, plan, answered, earlier, bench);
    }

    private Creation finished(Intent.MakeGame intent, Plan plan, Optional<Answered> answered, Earlier earlier,
            Workbench bench) {
        var beyond = plan.made().beyond();
        boolean wantsOwn = OwnCode.isPossible(plan.engine()) && answered.isPresent()
                && (earlier.ownCode() || !beyond.isEmpty() || OwnCode.isWanted(intent.request()));
        if (wantsOwn) {
            return written(intent.request(), plan, answered.get(), earlier.ownCode(), earlier.programming(bench));
        }
        var told = !beyond.isEmpty() && plan.wish().beyond().isEmpty()
                ? plan.telling(plan.say().line("beyond", Map.of("wishes", String.join("; ", beyond))))
                : plan;
        return delivered(told, answered, plan.by(), answered.isEmpty());
    }

    /// All that is settled before the files are made.
    private record Plan(Wish wish, Completed made, GameEngine engine, String by, List<String> remarks, Say say) {
        Plan telling(String remark) {
            var more = new ArrayList<>(remarks);
            more.add(remark);
            return new Plan(wish, made, engine, by, more, say);
        }
    }

    /// A design in any case, but not where one model was wished for by name and it did not answer.
    private static Completed designed(Wish wish, Answer answer, Earlier earlier, Workbench bench) {
        return switch (answer) {
            case Answered answered ->
                DesignCompleter.complete(wish, answered.text(), earlier.design(), bench.seed());
            case Answer.Failed failed -> {
                // Nobody's own code is exchanged for ours because no model is there to change it.
                if (bench.terms().model() != null || earlier.ownCode()) {
                    throw new UserFacingException(failed.what());
                }
                yield DesignCompleter.alone(wish, earlier.design(), bench.seed());
            }
        };
    }

    private static String by(Completed made, Optional<Answered> answered, Say say) {
        if (answered.isEmpty()) {
            return say.line("by-none");
        }
        var model = answered.get().model();
        return made.share().isNothing()
                ? say.line("by-nothing", Map.of("model", model))
                : say.line("by-model", Map.of("model", model, "parts", made.share().words(say)));
    }

    private Creation written(String request, Plan plan, Answered designedBy, boolean isEdit, Workbench bench) {
        var outcome = ownCode.write(plan.made().design(), plan.engine(), request, plan.made().beyond(), bench);
        return switch (outcome) {
            case OwnCode.Outcome.Written(var files, var checks, var answered) -> {
                var remarks = new ArrayList<>(plan.remarks());
                remarks.add(plan.say().line("own-code", Map.of("model", answered.model())));
                var all = new ArrayList<>(files);
                Documents.of(plan.made().design(), plan.engine(), plan.by(), answered.model()).stream()
                        .filter(one -> files.stream().noneMatch(file -> file.path().equalsIgnoreCase(one.path())))
                        .forEach(all::add);
                yield creation(plan, all, checks, remarks, Optional.of(Scribe.sum(designedBy, answered)), false);
            }
            case OwnCode.Outcome.Failed failed when isEdit -> throw new UserFacingException(
                    Sentence.of("game.failed", "why", failed.why()));
            case OwnCode.Outcome.Failed(var why, var wasWritten, var answered) -> delivered(
                    plan.telling(plan.say().line(wasWritten ? "own-failed" : "own-none",
                            Map.of("why", why, "model", answered.map(Answered::model).orElse(designedBy.model())))),
                    Optional.of(answered.map(last -> Scribe.sum(designedBy, last)).orElse(designedBy)), plan.by(),
                    false);
        };
    }

    /// @param by    who designed it, for the document
    /// @param alone whether no model was there
    private static Creation delivered(Plan given, Optional<Answered> answered, String by, boolean alone) {
        var plan = given.wish().nearest().map(given::telling).orElse(given);
        var files = new ArrayList<Artifact>(Skeletons.files(plan.engine(), plan.made().design()));
        files.addAll(Documents.of(plan.made().design(), plan.engine(), by, ""));
        return creation(plan, files, GameChecks.of(files, plan.made().design()), plan.remarks(), answered, alone);
    }

    private static Creation creation(Plan plan, List<Artifact> files, List<Check> checks, List<String> remarks,
            Optional<Answered> answered, boolean alone) {
        return new Creation(plan.made().design().title(), files,
                GameText.of(plan.made(), plan.engine(), plan.by(), remarks, alone, plan.say()), checks,
                answered.orElse(null), answered.isPresent() ? null : MAKER);
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
