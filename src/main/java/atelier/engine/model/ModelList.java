package atelier.engine.model;

import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.generation.Model;
import atelier.generation.OwnModel.Whose;
import atelier.generation.registry.Choices;
import atelier.generation.registry.Choices.Choice;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.generation.setup.OwnModels;
import atelier.generation.setup.OwnSighting;
import atelier.language.Phrases;
import atelier.usage.UsageLog.Answerer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The models somebody may use here: what they see of them, and buttons to choose one.
final class ModelList {
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_LABEL = 40;

    private final Supplier<List<Model>> configured;
    private final OwnModels own;
    private final RegisteredModels registered;
    private final Choices choices;
    private final Map<ModelPlatform, Registry.Usual> usual;

    ModelList(Parts parts) {
        this.configured = parts.registry().configured();
        this.own = parts.registry().own();
        this.registered = parts.registry().registered();
        this.choices = parts.registry().choices();
        this.usual = parts.registry().usual();
    }

    Say of(Asker asker) {
        return after("", asker);
    }

    /// The list behind a sentence.
    Say after(String sentence, Asker asker) {
        var mine = own.look(asker.id(), asker.chat().key(), Duration.ZERO);
        var known = configured.get();
        var active = choices.active(asker.id(), asker.chat().key());
        var lines = new ArrayList<String>();
        var phrases = asker.phrases();
        if (!sentence.isEmpty()) {
            lines.add(sentence);
        }
        for (var whose : Whose.values()) {
            lines.addAll(registered(whose, mine, active, asker));
        }
        lines.addAll(configured(known, mine.isEmpty(), active, phrases));
        active.flatMap(choice -> unlisted(choice, known, phrases)).ifPresent(lines::add);
        if (choices.localOnly(asker.id())) {
            lines.add(phrases.say("model.local-only"));
        }
        lines.add(phrases.say("model.how") + (mine.isEmpty() ? "" : " " + phrases.say("model.how.yours")));
        return new Say(String.join("\n", lines), buttons(known, mine, active, asker));
    }

    private List<String> registered(Whose whose, List<OwnSighting> mine, Optional<Choice> active, Asker asker) {
        var shown = mine.stream().filter(it -> it.label().whose() == whose).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        var owner = owner(whose, asker);
        var lines = new ArrayList<String>();
        lines.add(switch (whose) {
            case PERSON -> asker.phrases().say("model.of.person");
            case CHAT -> asker.phrases().say("model.of.chat");
            case TEAM -> asker.phrases().say("model.of.team");
            case OPERATOR -> asker.phrases().say("model.of.all");
        });
        shown.forEach(it -> lines.add(ModelLine.of(it, registered.find(owner, it.label().name()), asker.phrases())
                + mark(active.filter(choice -> isThat(choice, owner, it)), asker.phrases())));
        return lines;
    }

    private static boolean isThat(Choice choice, Owner owner, OwnSighting sighting) {
        return choice instanceof Choice.Registered(RegisteredModel model, _) && model.owner().equals(owner)
                && ModelDraft.nameKey(model.name()).equals(ModelDraft.nameKey(sighting.label().name()));
    }

    Owner owner(Whose whose, Asker asker) {
        return own.owner(whose, asker.id(), asker.chat().key());
    }

    private static List<String> configured(List<Model> known, boolean alone, Optional<Choice> active,
            Phrases phrases) {
        var lines = new ArrayList<String>();
        if (known.isEmpty() && alone) {
            lines.add(phrases.say("model.none"));
        } else if (!known.isEmpty()) {
            lines.add(phrases.say(alone ? "model.order" : "model.order.servers"));
            known.forEach(model -> lines.add(ModelLine.of(model, phrases) + mark(active.filter(
                    choice -> choice instanceof Choice.Configured(var id, _) && id.equals(model.id())), phrases)));
        }
        return lines;
    }

    private static String mark(Optional<Choice> active, Phrases phrases) {
        return active.map(choice -> " ← " + phrases.say(choice.strict() ? "model.mark.strict" : "model.mark"))
                .orElse("");
    }

    private static Optional<String> unlisted(Choice choice, List<Model> known, Phrases phrases) {
        if (!(choice instanceof Choice.Configured(var id, _))
                || known.stream().anyMatch(model -> model.id().equals(id))) {
            return Optional.empty();
        }
        return Optional.of(known.stream().anyMatch(model -> model.provider().equals(id))
                ? phrases.say("model.chose.usual", "model", id)
                : phrases.say("model.chose.gone", "model", id));
    }

    private List<Say.Choice> buttons(List<Model> known, List<OwnSighting> mine, Optional<Choice> active, Asker asker) {
        var shown = names(known, mine, asker).stream()
                .filter(name -> active.stream().noneMatch(choice -> choice.id().equals(name))).limit(MOST_BUTTONS)
                .map(name -> use(name, name.substring(name.lastIndexOf('/') + 1), asker.phrases()))
                .collect(Collectors.toCollection(ArrayList::new));
        shown.add(Say.Choice.of(asker.phrases().say("model.button.add"), "/model add"));
        return shown;
    }

    /// Those that can be asked now, as wishes name them.
    List<String> names(Asker asker) {
        return names(configured.get(), own.look(asker.id(), asker.chat().key(), Duration.ZERO), asker);
    }

    /// Those besides the one that answered, by name, each with what people call it. What is known under two names is offered once.
    Map<String, String> others(Optional<Answerer> answered, Asker asker) {
        var known = configured.get();
        var mine = own.look(asker.id(), asker.chat().key(), Duration.ZERO);
        var owned = mine.stream().collect(
                Collectors.toMap(it -> it.label().name(), it -> it.kind() + "/" + it.model().name(), (one, _) -> one));
        var answerer = answered.map(it -> it.provider() + "/" + it.model()).orElse("");
        var names = names(known, mine, asker).stream().filter(name -> owned.containsKey(name)
                ? !owned.get(name).equals(answerer)
                : !owned.containsValue(name) && !name.equals(answerer) && !usualOf(name).equals(answerer)).toList();
        return Friendly.names(names, names.stream().filter(name -> !owned.containsKey(name)).toList(),
                asker.phrases());
    }

    /// The model that answers for a cloud named alone.
    private String usualOf(String provider) {
        return ModelPlatform.named(provider).map(usual::get).map(it -> provider + "/" + it.model()).orElse("");
    }

    /// Own models, local models that are there, and of each cloud the usual one.
    private List<String> names(List<Model> known, List<OwnSighting> mine, Asker asker) {
        var there = known.stream().filter(model -> model.state() != Model.State.OFFLINE).toList();
        var names = mine.stream().filter(it -> it.allowed() && it.trouble().isEmpty()).map(it -> it.label().name())
                .collect(Collectors.toCollection(ArrayList::new));
        there.stream().filter(Model::local).map(Model::id).forEach(names::add);
        if (asker.account().tier().cloud() && !choices.localOnly(asker.id())) {
            there.stream().filter(model -> !model.local()).map(Model::provider).distinct().forEach(names::add);
        }
        return names.stream().distinct().toList();
    }

    static Say.Choice use(String words, String shown, Phrases phrases) {
        var label = shown.length() <= LONGEST_LABEL ? shown : shown.substring(0, LONGEST_LABEL - 1) + "…";
        return Say.Choice.of(phrases.say("template.button.use-named", "name", label), "/model use " + words);
    }
}
