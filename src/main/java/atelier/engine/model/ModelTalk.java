package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.model.RegistryRequest.For;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.team.Managers;
import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.generation.OwnModel.Whose;
import atelier.generation.registry.Choices;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.intent.Intent;
import atelier.usage.UsageLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What is said about models: which there are, who answers here, and choosing another.
public final class ModelTalk {
    private static final int MOST_BUTTONS = 5;
    private static final int MOST_OTHERS = 10;

    private final Supplier<List<Model>> models;
    private final RegisteredModels registered;
    private final Choices choices;
    private final UsageLog usage;
    private final Runnable relearn;
    private final ModelList list;
    private final Registration registration;
    private final Housekeeping housekeeping;

    public ModelTalk(Parts parts) {
        this.models = parts.registry().configured();
        this.registered = parts.registry().registered();
        this.choices = parts.registry().choices();
        this.usage = parts.usage();
        this.relearn = parts.records().relearn();
        this.list = new ModelList(parts);
        this.registration = new Registration(parts);
        this.housekeeping = new Housekeeping(parts, registration);
    }

    /// @param words what the person said about models; blank lists them
    public Next to(String words, Asker asker) {
        try {
            return RegistryRequest.of(ModelRequest.bare(words)).map(it -> to(it, words, asker))
                    .orElseGet(() -> plainly(words, asker));
        } catch (UserFacingException wrong) {
            return new Next.Said(Say.text(wrong.what().in(asker.phrases())));
        }
    }

    /// Models to have a piece of work made again with.
    ///
    /// @param job  id of the work
    public Say others(String job, Asker asker) {
        var choices = list.others(usage.answerer(job), asker).entrySet().stream().limit(MOST_OTHERS)
                .map(other -> Say.Choice.of(other.getValue(), "/retry %s with %s".formatted(job, other.getKey())))
                .toList();
        return choices.isEmpty()
                ? new Say(asker.phrases().say("model.no-other"),
                        List.of(Say.Choice.of(asker.phrases().say("model.button.add"), "/model add")))
                : new Say(asker.phrases().say("model.which-makes"), choices);
    }

    private Next to(RegistryRequest asked, String words, Asker asker) {
        var other = switch (asked) {
            case RegistryRequest.Restore it -> Optional.of(it.add().whom()).filter(whom -> whom != For.EVERYONE);
            case RegistryRequest.Named it -> housekeeping.meant(it.name(), asker);
            case RegistryRequest.Add _,RegistryRequest.Unclear _ -> Optional.<For>empty();
        };
        return other.filter(whom -> !registration.mayAdd(whom, asker))
                .map(whom -> Managers.asking(registration.place(whom, asker), "/model " + ModelRequest.bare(words)))
                .orElseGet(() -> allowed(asked, words, asker));
    }

    private Next allowed(RegistryRequest asked, String words, Asker asker) {
        return switch (asked) {
            case RegistryRequest.Add it -> registration.begin(it, asker);
            case RegistryRequest.Rename it -> new Next.Said(housekeeping.rename(it, asker));
            case RegistryRequest.Restore it -> new Next.Said(housekeeping.restore(it, asker));
            case RegistryRequest.Remove it -> new Next.Said(housekeeping.remove(it, asker));
            case RegistryRequest.Favour it -> new Next.Said(housekeeping.favour(it, asker));
            case RegistryRequest.Tune it -> new Next.Said(housekeeping.tune(it, asker));
            case RegistryRequest.FallBack it -> new Next.Said(housekeeping.fallBack(it, asker));
            case RegistryRequest.Unclear _ -> plainly(words, asker);
        };
    }

    private Next plainly(String words, Asker asker) {
        return switch (ModelRequest.of(words)) {
            case ModelRequest.Statistics(var name) ->
                new Next.Errand(new Intent.ManageModels(("stats " + name).strip()));
            case ModelRequest.Measure(var name) -> new Next.Errand(new Intent.ManageModels(("bench " + name).strip()));
            case ModelRequest other -> new Next.Said(to(other, asker));
        };
    }

    /// Empty when it has nothing to do with models.
    public Optional<Say> about(Intent.ManageAccount asked, Asker asker) {
        var request = asked.request();
        var cloud = ModelRequest.aboutCloud(request);
        // Who asks about privacy may demand it, too; a mere question changes nothing.
        var heard = switch (asked.action()) {
            case "settings" -> cloud;
            case "privacy" -> cloud.filter(it -> Boolean.TRUE.equals(it.on()) && !request.contains("?"));
            case String _ -> Optional.<ModelRequest.LocalOnly>empty();
        };
        return heard.map(it -> to(it, asker));
    }

    private Say to(ModelRequest asked, Asker asker) {
        return switch (asked) {
            case ModelRequest.Look _ -> list.of(asker);
            case ModelRequest.Use(var name, var strict) -> use(name, strict, asker);
            case ModelRequest.Auto _ -> {
                choices.leave(asker.id(), asker.chat().key());
                yield Say.text(asker.phrases().say("model.auto"));
            }
            case ModelRequest.Learning(var on) -> {
                if (on != null) {
                    choices.setLearnedRouting(asker.id(), on);
                    relearn.run();
                }
                yield learning(asker);
            }
            case ModelRequest.Statistics _,ModelRequest.Measure _ ->
                throw new IllegalArgumentException("servers are not asked here");
            case ModelRequest.LocalOnly(var on) -> {
                if (on != null) {
                    choices.setLocalOnly(asker.id(), on);
                }
                yield localOnly(asker);
            }
        };
    }

    private Say learning(Asker asker) {
        var phrases = asker.phrases();
        return choices.learnedRouting(asker.id())
                ? new Say(phrases.say("model.learning.on"),
                        List.of(Say.Choice.of(phrases.say("model.button.off"), "/model learning off"),
                                Say.Choice.of(phrases.say("model.button.stats"), "/model stats")))
                : new Say(phrases.say("model.learning.off"),
                        List.of(Say.Choice.of(phrases.say("model.button.on"), "/model learning on")));
    }

    private Say localOnly(Asker asker) {
        var phrases = asker.phrases();
        var tier = asker.account().tier();
        return choices.localOnly(asker.id())
                ? new Say(phrases.say("model.local-only.on"),
                        List.of(Say.Choice.of(phrases.say("model.button.cloud"), "/model local-only off")))
                : new Say(tier.cloud()
                        ? phrases.say("model.local-only.off")
                        : phrases.say("model.local-only.off.tier", "tier", tier.name()),
                        List.of(Say.Choice.of(phrases.say("model.button.local"), "/model local-only on")));
    }

    private Say use(String name, boolean strict, Asker asker) {
        for (var whose : Whose.values()) {
            var owner = list.owner(whose, asker);
            if (choices.choose(asker.id(), asker.chat().key(), owner, name, strict)) {
                share(asker);
                var called = registered.find(owner, name).map(RegisteredModel::name).orElse(name);
                return chosen("**%s**".formatted(called), strict, "", asker);
            }
        }
        var known = models.get();
        var server = known.stream().filter(model -> model.provider().equals(name)).findFirst();
        if (server.isPresent()) {
            return chosen(name, server.get(), strict, asker);
        }
        var meant = Namesakes.of(name, known);
        var begun = meant.isEmpty() ? begun(name, asker) : List.<String>of();
        if (begun.size() == 1) {
            return use(begun.getFirst(), strict, asker);
        }
        if (!begun.isEmpty()) {
            return new Say(asker.phrases().say("model.which"), begun.stream().limit(MOST_BUTTONS)
                    .map(it -> ModelList.use(it + (strict ? " strict" : ""), it, asker.phrases())).toList());
        }
        if (meant.isEmpty()) {
            // Models of servers have no spaces in their names, so these may be words about models.
            return name.contains(" ")
                    ? list.of(asker)
                    : list.after(asker.phrases().say("model.unknown", "name", name), asker);
        }
        return meant.size() == 1
                ? chosen(meant.getFirst().id(), meant.getFirst(), strict, asker)
                : new Say(asker.phrases().say("model.which"), meant.stream().limit(MOST_BUTTONS)
                        .map(model -> ModelList.use(model.id() + (strict ? " strict" : ""), model.id(),
                                asker.phrases()))
                        .toList());
    }

    /// People who make things together talk to one model.
    private void share(Asker asker) {
        if (asker.chat().isShared()) {
            choices.share(asker.id(), asker.chat().key());
        }
    }

    /// The registered models whose names begin like this.
    private List<String> begun(String beginning, Asker asker) {
        var key = ModelDraft.nameKey(beginning);
        return Arrays.stream(Whose.values()).flatMap(whose -> registered.of(list.owner(whose, asker)).stream())
                .map(RegisteredModel::name).filter(it -> ModelDraft.nameKey(it).startsWith(key)).distinct().toList();
    }

    private Say chosen(String id, Model model, boolean strict, Asker asker) {
        if (!model.local() && !mayAskCloud(asker)) {
            var phrases = asker.phrases();
            return asker.account().tier().cloud()
                    ? new Say(phrases.say("model.cloud.unwanted", "model", id),
                            List.of(Say.Choice.of(phrases.say("model.button.cloud"), "/model local-only off")))
                    : Say.text(phrases.say("model.cloud.tier", "model", id, "tier", asker.account().tier().name()));
        }
        choices.chooseConfigured(asker.id(), asker.chat().key(), id, strict);
        share(asker);
        var phrases = asker.phrases();
        return chosen("**%s** (%s)".formatted(id, phrases.say(model.local() ? "job.local" : "job.cloud")), strict,
                model.state() == Model.State.OFFLINE ? " " + phrases.say("model.silent") : "", asker);
    }

    private static Say chosen(String shown, boolean strict, String offline, Asker asker) {
        var phrases = asker.phrases();
        return new Say(phrases.say(strict ? "model.chosen.strict" : "model.chosen", "model", shown) + offline,
                List.of(Say.Choice.of(phrases.say("model.button.auto"), "/model auto")));
    }

    private boolean mayAskCloud(Asker asker) {
        return asker.account().tier().cloud() && !choices.localOnly(asker.id());
    }
}
