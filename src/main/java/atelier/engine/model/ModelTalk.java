package atelier.engine.model;

import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.generation.registry.Choices;
import atelier.generation.registry.Choices.Choice;
import atelier.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is said about models: which there are, who answers here, and choosing another.
public final class ModelTalk {
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_LABEL = 40;

    private final Supplier<List<Model>> models;
    private final Choices choices;

    public ModelTalk(Parts parts) {
        this.models = parts.models();
        this.choices = parts.choices();
    }

    /// @param words what the person said about models; blank lists them
    public Next to(String words, Asker asker) {
        return new Next.Said(to(ModelRequest.of(words), asker));
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
            case ModelRequest.Look _ -> list(asker);
            case ModelRequest.Use(var name, var strict) -> use(name, strict, asker);
            case ModelRequest.Register _ -> {
                var list = list(asker);
                yield new Say(
                        "Adding and removing models here is not part of Atelier yet. I find every model of the servers that"
                                + " whoever hosts me has set up; new ones stand here after half a minute.\n\n"
                                + list.text(),
                        list.choices());
            }
            case ModelRequest.Auto _ -> {
                choices.leave(asker.id(), asker.chat().key());
                yield Say.text("I choose the model again: those on your own machines first, the cloud last.");
            }
            case ModelRequest.LocalOnly(var on) -> {
                if (on != null) {
                    choices.setLocalOnly(asker.id(), on);
                }
                yield localOnly(asker);
            }
        };
    }

    private Say localOnly(Asker asker) {
        return choices.localOnly(asker.id())
                ? new Say("Local only is on: in no chat do your words go to a cloud model.",
                        List.of(Say.Choice.of("Allow the cloud", "/model local-only off")))
                : new Say(
                        "Local only is off: " + (asker.account().tier().cloud()
                                ? "a cloud model may answer when no local one can."
                                : "but the %s tier has no cloud models anyway."
                                        .formatted(asker.account().tier().name())),
                        List.of(Say.Choice.of("Local only", "/model local-only on")));
    }

    private Say use(String name, boolean strict, Asker asker) {
        var known = models.get();
        var server = known.stream().filter(model -> model.provider().equals(name)).findFirst();
        if (server.isPresent()) {
            return chosen(name, server.get(), strict, asker);
        }
        var meant = Namesakes.of(name, known);
        if (meant.isEmpty()) {
            return new Say("There is no model “%s” at present. %s".formatted(name, listed(known, asker)),
                    buttons(known, asker));
        }
        return meant.size() == 1
                ? chosen(meant.getFirst().id(), meant.getFirst(), strict, asker)
                : new Say("Which of them?", meant.stream().limit(MOST_BUTTONS)
                        .map(model -> use(model.id() + (strict ? " strict" : ""), model.id())).toList());
    }

    private Say chosen(String id, Model model, boolean strict, Asker asker) {
        if (!model.local() && !mayAskCloud(asker)) {
            return asker.account().tier().cloud()
                    ? new Say(
                            "“%s” is a cloud model, and you want local models only. Nothing was changed.".formatted(id),
                            List.of(Say.Choice.of("Allow the cloud", "/model local-only off")))
                    : Say.text("“%s” is a cloud model, and the %s tier has local models only. Nothing was changed."
                            .formatted(id, asker.account().tier().name()));
        }
        choices.chooseConfigured(asker.id(), asker.chat().key(), id, strict);
        var offline = model.state() == Model.State.OFFLINE ? " It does not answer at the moment." : "";
        return new Say("**%s** (%s) answers you here from now on%s%s".formatted(id, model.local() ? "local" : "cloud",
                strict
                        ? ", and no other in its place."
                        : "; another one does when it cannot, and the line under the answer says why.",
                offline), List.of(Say.Choice.of("Leave it to you", "/model auto")));
    }

    private boolean mayAskCloud(Asker asker) {
        return asker.account().tier().cloud() && !choices.localOnly(asker.id());
    }

    private Say list(Asker asker) {
        var known = models.get();
        return new Say(listed(known, asker), buttons(known, asker));
    }

    private String listed(List<Model> known, Asker asker) {
        var active = choices.active(asker.id(), asker.chat().key());
        var lines = new ArrayList<String>();
        if (known.isEmpty()) {
            lines.add(
                    "No model answers at present. Start Ollama or LM Studio where Atelier runs, or set a Gemini key in its"
                            + " configuration. Melodies need no model.");
        } else {
            lines.add("Models, in the order they are asked:");
            known.forEach(model -> lines.add(ModelLine.of(model) + mark(model, active)));
        }
        active.filter(choice -> known.stream().noneMatch(model -> choice.id().equals(model.id())))
                .ifPresent(choice -> lines.add(unlisted(choice, known)));
        if (choices.localOnly(asker.id())) {
            lines.add("Local only is on: cloud models are not asked for you.");
        }
        lines.add(
                "To choose: `/model use <name>`, with `strict` behind it for no other in its place; `/model auto` leaves it to me;"
                        + " `/model local-only on` keeps your words off the cloud. For one answer alone: “… with <name>”.");
        return String.join("\n", lines);
    }

    private static String mark(Model model, Optional<Choice> active) {
        return active.filter(choice -> choice.id().equals(model.id()))
                .map(choice -> choice.strict() ? " ← yours here, strictly" : " ← yours here").orElse("");
    }

    private static String unlisted(Choice choice, List<Model> known) {
        return known.stream().anyMatch(model -> model.provider().equals(choice.id()))
                ? "You chose **%s** here, whichever model of it is usual.".formatted(choice.id())
                : "You chose **%s** here, which is not there at present.".formatted(choice.id());
    }

    /// Local models that are there, and of each cloud the usual one.
    private List<Say.Choice> buttons(List<Model> known, Asker asker) {
        var active = choices.active(asker.id(), asker.chat().key()).map(Choice::id).orElse("");
        var there = known.stream().filter(model -> model.state() != Model.State.OFFLINE).toList();
        var names = there.stream().filter(Model::local).map(Model::id).collect(Collectors.toCollection(ArrayList::new));
        if (mayAskCloud(asker)) {
            there.stream().filter(model -> !model.local()).map(Model::provider).distinct().forEach(names::add);
        }
        return names.stream().filter(name -> !name.equals(active)).limit(MOST_BUTTONS)
                .map(name -> use(name, shortName(name))).toList();
    }

    private static String shortName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static Say.Choice use(String words, String shown) {
        var label = shown.length() <= LONGEST_LABEL ? shown : shown.substring(0, LONGEST_LABEL - 1) + "…";
        return Say.Choice.of("Use " + label, "/model use " + words);
    }

}
