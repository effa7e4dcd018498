package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.ServerName;
import atelier.engine.model.RegistryRequest.Add;
import atelier.engine.model.RegistryRequest.For;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.engine.port.Registry.Usual;
import atelier.engine.team.Managers;
import atelier.generation.Model;
import atelier.generation.registry.Endpoints;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.setup.ConnectionCheck.Result;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The questions one answers to register a model: what kind of server, where it is, which of its models, what to call it. The
/// words said so far hold the state, so that the next step may come from a button, a message or one long command.
final class Registration {
    private static final int MOST_LISTED = 12;

    private final Registry registry;
    private final ProviderKeys keys;
    private final Managers managers;

    Registration(Parts parts) {
        this.registry = parts.registry();
        this.keys = parts.cloudKeys().inUse();
        this.managers = new Managers(parts);
    }

    Next begin(Add said, Asker asker) {
        if (!mayAdd(said.whom(), asker)) {
            return said.whom() == For.EVERYONE
                    ? new Next.Said(notAllowed(asker.phrases()))
                    : Managers.asking(place(said.whom(), asker), said.words());
        }
        var platform = said.platform();
        if (platform == null) {
            return new Next.Said(new Say(asker.phrases().say("model.add.kind"),
                    Arrays.stream(ModelPlatform.values()).filter(ModelPlatform::hasEndpoint)
                            .map(it -> Say.Choice.of(ServerName.of(it, asker.phrases()),
                                    said.words() + " " + it.id()))
                            .toList())
                    .asking(said.words()));
        }
        var endpoint = said.endpoint();
        if (endpoint == null) {
            return usual(platform).filter(_ -> platform.isCloud())
                    .map(usual -> begin(said.at(usual), asker))
                    .orElseGet(() -> new Next.Said(where(said, platform, asker.phrases())));
        }
        // A bare word is more likely something else they want to say than the name of a machine.
        if (!endpoint.matches("(?i).*[.:/].*|localhost")) {
            return addressed(said, platform, complaint("", asker.phrases()), asker.phrases());
        }
        var tidy = Endpoints.tidy(platform, endpoint);
        if (!tidy.equals(endpoint)) {
            return begin(said.at(tidy), asker);
        }
        var complaint = complaint(endpoint, asker.phrases());
        if (!complaint.isEmpty()) {
            return addressed(said, platform, complaint, asker.phrases());
        }
        if (said.model() != null && said.name() == null) {
            return new Next.Said(what(said, said.model(), asker.phrases()));
        }
        return new Next.Errand(new Intent.ManageModels(said.words().substring("/model ".length())));
    }

    private static Next addressed(Add said, ModelPlatform platform, String complaint, Phrases phrases) {
        return new Next.Said(Say.text(complaint + " " + phrases.say("model.add.address"))
                .asking(new Add(said.whom(), platform, null, null, null).words()));
    }

    static Say notAllowed(Phrases phrases) {
        return new Say(phrases.say("model.add.not-allowed"),
                List.of(Say.Choice.of(phrases.say("model.button.add-mine"), "/model add")));
    }

    private Say where(Add said, ModelPlatform platform, Phrases phrases) {
        var choices = usual(platform).map(
                usual -> List.of(Say.Choice.of(phrases.say("model.add.here") + " (" + usual + ")",
                        said.at(usual).words())))
                .orElse(List.of());
        return new Say(phrases.say("model.add.where", "server", ServerName.of(platform, phrases)), choices)
                .asking(said.words());
    }

    private static String complaint(String endpoint, Phrases phrases) {
        try {
            Origin.of(endpoint);
            return "";
        } catch (UserFacingException wrong) {
            return wrong.what().in(phrases);
        }
    }

    private Optional<String> usual(ModelPlatform platform) {
        return Optional.ofNullable(registry.usual().get(platform)).map(Usual::endpoint);
    }

    private static Say what(Add said, String model, Phrases phrases) {
        var suggested = suggested(model);
        return new Say(phrases.say("model.add.name"), List.of(Say.Choice.of(suggested, said.named(suggested).words())))
                .asking(said.words());
    }

    /// `hf.co/acme/llama3.2:latest` is called “Llama3.2”.
    private static String suggested(String model) {
        var last = model.substring(model.lastIndexOf('/') + 1).replaceFirst(":latest$", "")
                .replaceAll("[^\\p{L}\\p{N} ._:@+-]", " ").strip();
        var bare = last.isEmpty() ? "my model" : last.substring(0, Math.min(last.length(), 36)).strip();
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    /// Asks the server, then registers the model or asks which.
    Say proceed(Add said, Asker asker, Consumer<String> onText) {
        var platform = Objects.requireNonNull(said.platform());
        var endpoint = Objects.requireNonNull(said.endpoint());
        if (!mayAdd(said.whom(), asker)) {
            return notAllowed(asker.phrases());
        }
        var phrases = asker.phrases();
        onText.accept(phrases.say("model.add.trying", "address", endpoint));
        var owner = owner(said.whom(), asker);
        return switch (registry.check().checkWithKeyOf(owner, platform, endpoint, keys)) {
            case Result.Fails(var sentence, var approvable) ->
                failed(said, platform, sentence.in(phrases) + (asker.isAdmin() && approvable
                        ? " " + phrases.say("model.add.operator")
                        : ""), phrases);
            case Result.Works works -> {
                var models = works.models().stream().map(Model::name).toList();
                var model = said.model();
                yield model == null || !models.contains(model)
                        ? which(said, platform, models, works, phrases)
                        : register(said, owner, works.local(), phrases);
            }
        };
    }

    /// Where the address may be the mistake, the next words are the right one.
    private static Say failed(Add said, ModelPlatform platform, String sentence, Phrases phrases) {
        var told = sentence + " " + phrases.say("model.add.nothing");
        var again = Say.Choice.of(phrases.say("job.again"), said.words());
        if (platform.isCloud()) {
            return new Say(told,
                    List.of(Say.Choice.of(phrases.say("model.button.key"), "/provider add " + platform.id()), again));
        }
        var elsewhere = new Add(said.whom(), platform, null, null, null).words();
        return new Say(told, List.of(again, Say.Choice.of(phrases.say("model.button.elsewhere"), elsewhere)))
                .asking(elsewhere);
    }

    private static Say which(Add said, ModelPlatform platform, List<String> models, Result.Works works,
            Phrases phrases) {
        var bare = said.with("").words().replaceFirst("\\s+as$", "");
        var missing = said.model() == null ? "" : " " + phrases.say("model.add.not-among", "model", said.model());
        var shown = models.stream().limit(MOST_LISTED)
                .map(model -> Say.Choice.of(model, said.with(model).words())).toList();
        var more = models.size() > shown.size()
                ? " " + phrases.say("model.add.first", "count", shown.size())
                : "";
        return new Say(
                phrases.say("model.add.answered", "server", ServerName.of(platform, phrases), "ms", works.latencyMs(),
                        "count",
                        models.size()) + missing + note(works, phrases) + " "
                        + phrases.say("model.add.which") + more,
                shown).asking(bare);
    }

    private static String note(Result.Works works, Phrases phrases) {
        var note = works.note();
        return note == null ? "" : " " + note.in(phrases);
    }

    private Say register(Add said, Owner owner, boolean local, Phrases phrases) {
        try {
            var draft = new ModelDraft(Objects.requireNonNull(said.name()), Objects.requireNonNull(said.platform()),
                    Objects.requireNonNull(said.endpoint()), Objects.requireNonNull(said.model()), Parameters.USUAL,
                    List.of());
            var added = registry.registered().add(owner, draft);
            registry.own().forget(owner);
            return new Say(phrases.say("model.add.done", "name", added.name(), "whose",
                    phrases.say("model.whose." + said.whom()), "model", draft.model(), "server",
                    ServerName.of(draft.platform(), phrases), "place",
                    phrases.say(local ? "job.local" : "model.add.cloud")),
                    List.of(Say.Choice.of(phrases.say("model.button.always"), "/model use " + added.name()),
                            Say.Choice.of(phrases.say("model.button.list"), "/model")));
        } catch (UserFacingException wrong) {
            return Say.text(wrong.what().in(phrases)).asking(new Add(said.whom(), said.platform(), said.endpoint(),
                    said.model(), null).words());
        }
    }

    Owner owner(For whom, Asker asker) {
        return registry.own().owner(whom.whose(), asker.id(), asker.chat().key());
    }

    /// Whether this person is known to be one who adds and changes such models.
    boolean mayAdd(For whom, Asker asker) {
        return switch (whom) {
            case ME -> true;
            case CHAT, TEAM -> managers.may(asker, place(whom, asker));
            case EVERYONE -> asker.isAdmin();
        };
    }

    /// Where one has to manage things for that.
    String place(For whom, Asker asker) {
        return whom == For.CHAT ? asker.chat().key() : managers.team(asker);
    }
}
