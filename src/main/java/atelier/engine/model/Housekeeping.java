package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.generation.setup.OwnModels;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Changes to models that are registered already.
final class Housekeeping {
    private final RegisteredModels registered;
    private final OwnModels own;

    Housekeeping(Parts parts) {
        this.registered = parts.registry().registered();
        this.own = parts.registry().own();
    }

    Say rename(RegistryRequest.Rename asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            registered.change(owner, model.name(), model.draft().named(asked.to()));
            return new Say("**%s** is called **%s** from now on.".formatted(model.name(), asked.to()),
                    List.of(Say.Choice.of("Undo", "/model rename %s to %s".formatted(asked.to(), model.name()))));
        });
    }

    Say remove(RegistryRequest.Remove asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            registered.remove(owner, model.name());
            own.forget(owner);
            var draft = model.draft();
            var again = "/model add %s%s %s %s as %s".formatted(whom(owner), draft.platform().id(), draft.endpoint(),
                    draft.model(), draft.name());
            return new Say("**%s** is removed. Its server keeps the model itself.".formatted(model.name()),
                    List.of(Say.Choice.of("Add it again", again)));
        });
    }

    private static String whom(Owner owner) {
        return switch (owner) {
            case Owner.Person _ -> "";
            case Owner.Team _ -> "for team ";
            case Owner.Operator _ -> "for everyone ";
        };
    }

    Say favour(RegistryRequest.Favour asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            registered.favour(owner, model.name(), asked.favourite());
            return asked.favourite()
                    ? new Say("★ **%s** is a favourite: of yours it is asked first.".formatted(model.name()),
                            List.of(Say.Choice.of("Undo", "/model unfavourite " + model.name())))
                    : new Say("**%s** is no favourite any more.".formatted(model.name()),
                            List.of(Say.Choice.of("Undo", "/model favourite " + model.name())));
        });
    }

    Say tune(RegistryRequest.Tune asked, Asker asker) {
        return with(asked.name(), asker, (owner, model) -> {
            var changed = merged(model.draft().parameters(), asked.changes());
            registered.change(owner, model.name(), model.draft().with(changed));
            return new Say("**%s** is asked with %s.".formatted(model.name(), shown(changed)),
                    changed.equals(Parameters.USUAL)
                            ? List.of()
                            : List.of(Say.Choice.of("As its server has it", "/model set %s usual"
                                    .formatted(model.name()))));
        });
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

    private static String shown(Parameters it) {
        var text = new StringBuilder();
        append(text, "temperature", it.temperature());
        append(text, "top-p", it.topP());
        append(text, "max tokens", it.maxTokens());
        append(text, "frequency penalty", it.frequencyPenalty());
        return text.isEmpty() ? "its server's own settings" : text.toString();
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
                return Say.text("“%s” is not one of these: %s. Nothing was changed.".formatted(unknown.get(),
                        names(registered.of(owner))));
            }
            registered.change(owner, model.name(), model.draft().withFallbacks(asked.others()));
            return Say.text(asked.others().isEmpty()
                    ? "**%s** has no fallbacks of its own any more.".formatted(model.name())
                    : "When **%s** cannot answer, I ask %s next.".formatted(model.name(),
                            String.join(", then ", asked.others())));
        });
    }

    private Say with(String name, Asker asker, BiFunction<Owner, RegisteredModel, Say> change) {
        for (var owner : Registration.owners(asker)) {
            var model = registered.find(owner, name);
            if (model.isPresent()) {
                try {
                    return change.apply(owner, model.get());
                } catch (UserFacingException wrong) {
                    return Say.text(wrong.sentence() + " Nothing was changed.");
                }
            }
        }
        var mine = registered.of(Objects.requireNonNull(Registration.owners(asker).getFirst()));
        return new Say("You have no model “%s”. %s".formatted(name,
                mine.isEmpty() ? "You have not added any yet." : "Yours are: " + names(mine) + "."),
                List.of(Say.Choice.of("Add a model", "/model add")));
    }

    private static String names(List<RegisteredModel> models) {
        return String.join(", ", models.stream().map(RegisteredModel::name).toList());
    }
}
