package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.ExtractedFile;
import atelier.create.check.ProjectChecks;
import atelier.engine.delivery.Say;
import atelier.engine.job.PersonalTerms;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.generation.OwnModel;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.Terms;
import atelier.generation.bench.Bench;
import atelier.generation.registry.Choices.Choice;
import atelier.language.Sentence;
import atelier.usage.Call;
import atelier.usage.ModelStatistics;
import atelier.usage.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How models did so far, and how one does at a fixed set of tasks now.
final class Measuring {
    private final Registry registry;
    private final PersonalTerms terms;
    private final ModelStatistics statistics;
    private final Consumer<Call> calls;
    private final InstantSource clock;

    Measuring(Parts parts) {
        this.registry = parts.registry();
        this.terms = new PersonalTerms(parts);
        this.statistics = parts.records().statistics();
        this.calls = parts.records().recorder();
        this.clock = parts.clock();
    }

    /// The person's own figures; in a chat of several people that chat's.
    Say statistics(String name, Asker asker) {
        var page = statistics.page(asker.chat().isPrivate()
                ? new Scope.Person(asker.id())
                : new Scope.Chat(asker.chat().key()), name, asker.phrases());
        var say = new Say(String.join("\n", page.lines()),
                List.of(Say.Choice.of(asker.phrases().say("model.button.bench"), "/model bench")));
        var picture = page.picture();
        return picture == null ? say : say.with(new Artifact("models.png", "image/png", picture));
    }

    /// @throws UserFacingException when there is no such model, or it is not theirs to measure
    Say bench(String name, Asker asker, Job job, Consumer<String> onText, Cancellation cancellation) {
        var model = model(name, asker);
        var personal = terms.of(job, Call.BENCH);
        var cause = personal.cause();
        var meant = personal.own().stream().filter(it -> it.name().equals(model.name())).findFirst();
        if (!asker.isAdmin() && meant.filter(it -> it.whose() == OwnModel.Whose.PERSON).isEmpty()) {
            throw new UserFacingException(Sentence.of("model.bench.not-yours"));
        }
        var bench = new Bench((Model asked, Prompt prompt, Cancellation stop) -> ask(asked, prompt, stop, personal),
                Measuring::isSound, calls, clock);
        var shown = new ArrayList<String>(List.of(asker.phrases().say("model.bench.running", "name", model.name())));
        onText.accept(String.join("\n", shown));
        var report = bench.run(model,
                new Call.For(job.id(), cause.account(), cause.team(), job.conversation(), Call.BENCH),
                row -> {
                    shown.add("- " + row.line(asker.phrases()));
                    onText.accept(String.join("\n", shown));
                }, cancellation);
        return new Say(String.join("\n", report.lines(asker.phrases())),
                List.of(Say.Choice.of(asker.phrases().say("model.button.earlier"), "/model stats")));
    }

    /// By the checks that every piece of code made here goes through.
    private static boolean isSound(String java) {
        return ProjectChecks.run(List.of(new ExtractedFile("Answer.java", "java", false, java)), List.of()).findings()
                .isEmpty();
    }

    private Answer ask(Model model, Prompt prompt, Cancellation cancellation, Terms personal) {
        var isOwn = personal.own().stream().anyMatch(it -> it.name().equals(model.name()));
        var strictly = new Terms(personal.cause(), isOwn ? model.name() : model.id(), null, personal.own(),
                personal.cloud(), true, personal.only());
        return registry.router().generate(new Request(prompt, strictly, _ -> {}, cancellation));
    }

    /// Own models go by the name their owner gave them.
    private Model model(String name, Asker asker) {
        var chosen = registry.choices().active(asker.id(), asker.chat().key()).map(Choice::id);
        var wanted = name.isEmpty() ? chosen.orElse("") : name;
        var own = registry.own().of(asker.id(), asker.chat().key()).stream()
                .filter(it -> wanted.isEmpty() || it.name().equalsIgnoreCase(wanted)).findFirst();
        if (own.isPresent()) {
            var provider = own.get().provider();
            return new Model(own.get().name(), provider.id(), provider.isLocal(), true, 0, Model.State.HEALTHY, 0);
        }
        var known = registry.configured().get();
        var meant = wanted.isEmpty() ? known : Namesakes.of(wanted, known);
        return Optional.ofNullable(meant.isEmpty() ? null : meant.getFirst())
                .orElseThrow(() -> new UserFacingException(
                        Sentence.of("model.bench.unknown", "name", wanted)));
    }
}
