package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Say;
import atelier.engine.model.RegistryRequest.For;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.generation.setup.OwnModels;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Changes to models that are registered already.
final class Housekeeping {
    private final RegisteredModels registered;
    private final OwnModels own;
    private final Registration registration;

    Housekeeping(Parts parts, Registration registration) {
        this.registration = registration;
        this.registered = parts.registry().registered();
        this.own = parts.registry().own();
    }

    Say rename(RegistryRequest.Rename asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            registered.change(owner, model.name(), model.draft().named(asked.to()));
            return new Say(asker.phrases().say("model.renamed", "name", model.name(), "to", asked.to()),
                    List.of(Say.Choice.of(asker.phrases().say("job.button.undo"),
                            "/model rename %s to %s".formatted(asked.to(), model.name()))));
        });
    }

    Say remove(RegistryRequest.Remove asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            var again = asItIs(owner, model, asker).words();
            registered.remove(owner, model.name());
            own.forget(owner);
            return new Say(asker.phrases().say("model.removed", "name", model.name()),
                    List.of(Say.Choice.of(asker.phrases().say("model.button.readd"), again)));
        });
    }

    private RegistryRequest.Restore asItIs(Owner owner, RegisteredModel model, Asker asker) {
        var draft = model.draft();
        var key = ModelDraft.nameKey(model.name());
        var behind = registered.of(owner).stream()
                .filter(it -> it.draft().fallbacks().stream().map(ModelDraft::nameKey).anyMatch(key::equals))
                .map(RegisteredModel::name).toList();
        return new RegistryRequest.Restore(
                new RegistryRequest.Add(whom(owner, asker), draft.platform(), draft.endpoint(), draft.model(),
                        draft.name()),
                model.favourite(), draft.parameters(), draft.fallbacks(), behind);
    }

    private For whom(Owner owner, Asker asker) {
        return switch (owner) {
            case Owner.Person _ -> For.ME;
            case Owner.Team team -> team.equals(registration.owner(For.TEAM, asker)) ? For.TEAM : For.CHAT;
            case Owner.Operator _ -> For.EVERYONE;
        };
    }

    /// Whose model of this name is meant, nearest first: one that may be changed by this person, else one that those may change who
    /// manage the place.
    Optional<For> meant(String name, Asker asker) {
        var there = Arrays.stream(For.values())
                .filter(whom -> registered.find(registration.owner(whom, asker), name).isPresent()).toList();
        return there.stream().filter(whom -> registration.mayAdd(whom, asker)).findFirst()
                .or(() -> there.stream().filter(whom -> whom != For.EVERYONE).findFirst());
    }

    /// Its server need not be there: it was looked at when the model was added, and is held to the same rules when it is asked.
    Say restore(RegistryRequest.Restore asked, Asker asker) {
        var add = asked.add();
        if (!registration.mayAdd(add.whom(), asker)) {
            return Registration.notAllowed(asker.phrases());
        }
        var owner = registration.owner(add.whom(), asker);
        var model = registered.add(owner, new ModelDraft(Objects.requireNonNull(add.name()),
                Objects.requireNonNull(add.platform()), add.endpoint(), Objects.requireNonNull(add.model()),
                asked.parameters(), asked.fallbacks().stream()
                        .filter(name -> registered.find(owner, name).isPresent()).toList()));
        if (asked.favourite()) {
            registered.favour(owner, model.name(), true);
        }
        asked.behind().forEach(name -> registered.find(owner, name).ifPresent(first -> putBehind(owner, first, model)));
        own.forget(owner);
        return new Say(asker.phrases().say("model.restored", "name", model.name()),
                List.of(Say.Choice.of(asker.phrases().say("model.button.list"), "/model")));
    }

    private void putBehind(Owner owner, RegisteredModel first, RegisteredModel model) {
        var fallbacks = new ArrayList<>(first.draft().fallbacks());
        fallbacks.add(model.name());
        registered.change(owner, first.name(), first.draft().withFallbacks(fallbacks));
    }

    Say favour(RegistryRequest.Favour asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            registered.favour(owner, model.name(), asked.favourite());
            var phrases = asker.phrases();
            return new Say(phrases.say(asked.favourite() ? "model.favoured" : "model.unfavoured", "name", model.name()),
                    List.of(Say.Choice.of(phrases.say("job.button.undo"),
                            (asked.favourite() ? "/model unfavourite " : "/model favourite ") + model.name())));
        });
    }

    Say tune(RegistryRequest.Tune asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            var old = model.draft().parameters();
            var changed = merged(asked.exactly() ? Parameters.USUAL : old, asked.changes());
            registered.change(owner, model.name(), model.draft().with(changed));
            var ways = new ArrayList<Say.Choice>();
            if (!changed.equals(old)) {
                ways.add(Say.Choice.of(asker.phrases().say("job.button.undo"), setting(model.name(), old)));
            }
            if (!changed.equals(Parameters.USUAL) && !old.equals(Parameters.USUAL)) {
                ways.add(Say.Choice.of(asker.phrases().say("model.button.usual"),
                        setting(model.name(), Parameters.USUAL)));
            }
            return new Say(asker.phrases().say("model.tuned", "name", model.name(), "settings",
                    shown(changed, asker.phrases())), ways);
        });
    }

    private static String setting(String name, Parameters parameters) {
        return "/model set " + name + (parameters.equals(Parameters.USUAL)
                ? " usual"
                : " = " + RegistryRequest.settings(parameters));
    }

    private static Parameters merged(Parameters old, @Nullable Parameters changes) {
        return changes == null
                ? Parameters.USUAL
                : new Parameters(either(changes.temperature(), old.temperature()), either(changes.topP(), old.topP()),
                        either(changes.maxTokens(), old.maxTokens()),
                        either(changes.frequencyPenalty(), old.frequencyPenalty()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }

    private static String shown(Parameters it, Phrases phrases) {
        var text = new StringBuilder();
        append(text, "temperature", it.temperature());
        append(text, "top-p", it.topP());
        append(text, "max tokens", it.maxTokens());
        append(text, "frequency penalty", it.frequencyPenalty());
        return text.isEmpty() ? phrases.say("model.tuned.usual") : text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Number value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
        }
    }

    Say fallBack(RegistryRequest.FallBack asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            var known = registered.of(owner).stream().map(it -> ModelDraft.nameKey(it.name())).toList();
            var unknown = asked.others().stream().filter(it -> !known.contains(ModelDraft.nameKey(it))).findFirst();
            if (unknown.isPresent()) {
                return Say.text(asker.phrases().say("model.fallback.unknown", "name", unknown.get(), "names",
                        names(registered.of(owner))));
            }
            registered.change(owner, model.name(), model.draft().withFallbacks(asked.others()));
            var before = model.draft().fallbacks();
            var phrases = asker.phrases();
            return new Say(asked.others().isEmpty()
                    ? phrases.say("model.fallback.none", "name", model.name())
                    : phrases.say("model.fallback", "name", model.name(), "others",
                            String.join(phrases.say("model.fallback.then"), asked.others())),
                    before.equals(asked.others())
                            ? List.of()
                            : List.of(Say.Choice.of(phrases.say("job.button.undo"),
                                    "/model fallbacks %s: %s".formatted(model.name(),
                                            before.isEmpty() ? "none" : String.join(", ", before)))));
        });
    }

    private Say with(String name, Asker asker, BiFunction<Owner, RegisteredModel, Say> change) {
        var meant = meant(name, asker).filter(whom -> registration.mayAdd(whom, asker));
        if (meant.isPresent()) {
            var owner = registration.owner(meant.get(), asker);
            try {
                return change.apply(owner, registered.find(owner, name).orElseThrow());
            } catch (UserFacingException wrong) {
                return Say.text(asker.phrases().say("model.wrong", "why", wrong.what()));
            }
        }
        var mine = registered.of(registration.owner(For.ME, asker));
        var phrases = asker.phrases();
        return new Say(mine.isEmpty()
                ? phrases.say("model.not-yours.none", "name", name)
                : phrases.say("model.not-yours", "name", name, "names", names(mine)),
                List.of(Say.Choice.of(phrases.say("model.button.add"), "/model add")));
    }

    private static String names(List<RegisteredModel> models) {
        return String.join(", ", models.stream().map(RegisteredModel::name).toList());
    }
}
