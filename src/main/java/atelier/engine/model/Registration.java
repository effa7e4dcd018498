package atelier.engine.model;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.model.RegistryRequest.Add;
import atelier.engine.model.RegistryRequest.For;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.engine.port.Registry.Usual;
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
import java.util.ArrayList;
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
    private static final String HERE = "On the machine I run on";

    private final Registry registry;
    private final ProviderKeys keys;

    Registration(Parts parts) {
        this.registry = parts.registry();
        this.keys = parts.cloudKeys().inUse();
    }

    Next begin(Add said, Asker asker) {
        if (said.whom() != For.ME && !asker.isAdmin()) {
            return new Next.Said(notAllowed());
        }
        var platform = said.platform();
        if (platform == null) {
            return new Next.Said(new Say("What kind of server does your model run on?",
                    Arrays.stream(ModelPlatform.values()).filter(ModelPlatform::hasEndpoint)
                            .map(it -> Say.Choice.of(it.label(), said.words() + " " + it.id())).toList())
                    .asking(said.words()));
        }
        var endpoint = said.endpoint();
        if (endpoint == null) {
            return usual(platform).filter(_ -> platform.isCloud())
                    .map(usual -> begin(said.at(usual), asker)).orElseGet(() -> new Next.Said(where(said, platform)));
        }
        // A bare word is more likely something else they want to say than the name of a machine.
        if (!endpoint.matches("(?i).*[.:/].*|localhost")) {
            return addressed(said, platform, complaint(""));
        }
        var tidy = Endpoints.tidy(platform, endpoint);
        if (!tidy.equals(endpoint)) {
            return begin(said.at(tidy), asker);
        }
        var complaint = complaint(endpoint);
        if (!complaint.isEmpty()) {
            return addressed(said, platform, complaint);
        }
        if (said.model() != null && said.name() == null) {
            return new Next.Said(what(said, said.model()));
        }
        return new Next.Errand(new Intent.ManageModels(said.words().substring("/model ".length())));
    }

    private static Next addressed(Add said, ModelPlatform platform, String complaint) {
        return new Next.Said(Say.text(complaint + " Send me the address, or say “stop”.")
                .asking(new Add(said.whom(), platform, null, null, null).words()));
    }

    static Say notAllowed() {
        return new Say(
                "Only those who run this Atelier add models for others (their ids stand under `admins` in its configuration). You can add one for yourself.",
                List.of(Say.Choice.of("Add one for me", "/model add")));
    }

    private Say where(Add said, ModelPlatform platform) {
        var choices = usual(platform).map(
                usual -> List.of(Say.Choice.of(HERE + " (" + usual + ")", said.at(usual).words()))).orElse(List.of());
        return new Say("Where does %s run? Send me its address, such as `http://192.168.1.20:11434`."
                .formatted(platform.label()), choices).asking(said.words());
    }

    private static String complaint(String endpoint) {
        try {
            Origin.of(endpoint);
            return "";
        } catch (UserFacingException wrong) {
            return wrong.sentence();
        }
    }

    private Optional<String> usual(ModelPlatform platform) {
        return Optional.ofNullable(registry.usual().get(platform)).map(Usual::endpoint);
    }

    private static Say what(Add said, String model) {
        var suggested = suggested(model);
        return new Say("What shall I call it?", List.of(Say.Choice.of(suggested, said.named(suggested).words())))
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
        if (said.whom() != For.ME && !asker.isAdmin()) {
            return notAllowed();
        }
        onText.accept("Trying " + endpoint + "…");
        var owner = owner(said.whom(), asker);
        return switch (registry.check().checkWithKeyOf(owner, platform, endpoint, keys)) {
            case Result.Fails(var sentence) -> failed(said, platform, asker.isAdmin() && sentence.contains("operator")
                    ? sentence + " You run it: name the address in `member-endpoints`, or add the model `for everyone`."
                    : sentence);
            case Result.Works works -> {
                var models = works.models().stream().map(Model::name).toList();
                var model = said.model();
                yield model == null || !models.contains(model)
                        ? which(said, platform, models, works)
                        : register(said, owner, works.local());
            }
        };
    }

    /// Where the address may be the mistake, the next words are the right one.
    private static Say failed(Add said, ModelPlatform platform, String sentence) {
        var told = sentence + " Nothing was added.";
        var again = Say.Choice.of("Try again", said.words());
        if (platform.isCloud()) {
            return new Say(told, List.of(Say.Choice.of("Give a key", "/provider add " + platform.id()), again));
        }
        var elsewhere = new Add(said.whom(), platform, null, null, null).words();
        return new Say(told, List.of(again, Say.Choice.of("Another address", elsewhere))).asking(elsewhere);
    }

    private static Say which(Add said, ModelPlatform platform, List<String> models, Result.Works works) {
        var bare = said.with("").words().replaceFirst("\\s+as$", "");
        var missing = said.model() == null ? "" : " “" + said.model() + "” is not among them.";
        var shown = models.stream().limit(MOST_LISTED)
                .map(model -> Say.Choice.of(model, said.with(model).words())).toList();
        var more = models.size() > shown.size()
                ? " These are the first %d; send me the name of another.".formatted(shown.size())
                : "";
        return new Say(
                "%s answered in %d ms and has %s.%s%s Which one?%s".formatted(platform.label(), works.latencyMs(),
                        models.size() == 1 ? "one model" : models.size() + " models", missing,
                        works.note().isEmpty() ? "" : " " + works.note(), more),
                shown).asking(bare);
    }

    private Say register(Add said, Owner owner, boolean local) {
        try {
            var draft = new ModelDraft(Objects.requireNonNull(said.name()), Objects.requireNonNull(said.platform()),
                    Objects.requireNonNull(said.endpoint()), Objects.requireNonNull(said.model()), Parameters.USUAL,
                    List.of());
            var added = registry.registered().add(owner, draft);
            registry.own().forget(owner);
            return new Say("**%s** is %s now: %s on %s, %s. I ask it before the models everybody has.".formatted(
                    added.name(), whose(said.whom()), draft.model(), draft.platform().label(),
                    local ? "local" : "which counts as cloud: your words leave the house"),
                    List.of(Say.Choice.of("Always use it here", "/model use " + added.name()),
                            Say.Choice.of("Show my models", "/model")));
        } catch (UserFacingException wrong) {
            return Say.text(wrong.sentence()).asking(new Add(said.whom(), said.platform(), said.endpoint(),
                    said.model(), null).words());
        }
    }

    private static String whose(For whom) {
        return switch (whom) {
            case ME -> "yours";
            case TEAM -> "this chat's";
            case EVERYONE -> "everybody's";
        };
    }

    static Owner owner(For whom, Asker asker) {
        return ModelList.owner(whom.whose(), asker);
    }

    /// Whose models this person may change, nearest first.
    static List<Owner> owners(Asker asker) {
        var owners = new ArrayList<Owner>(List.of(owner(For.ME, asker)));
        if (asker.isAdmin()) {
            owners.add(owner(For.TEAM, asker));
            owners.add(owner(For.EVERYONE, asker));
        }
        return owners;
    }
}
