package atelier.engine.provider;

import atelier.chat.Button;
import atelier.chat.UserFacingException;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Asker;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.engine.port.Transactions;
import atelier.engine.provider.ProviderRequest.Verb;
import atelier.engine.team.Managers;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Trouble;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.secret.SecretMask;
import atelier.secret.SecretText;
import atelier.secret.VaultException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries a key at its provider, by asking for its models: an accepted one goes into use, a refused one goes away. The key in
/// use before stays until then.
public final class ProviderErrands implements Errands {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderErrands.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final CloudKeys keys;
    private final Registry registry;
    private final Transactions transactions;
    private final Managers managers;

    public ProviderErrands(Parts parts) {
        this.keys = parts.cloudKeys();
        this.registry = parts.registry();
        this.transactions = parts.transactions();
        this.managers = new Managers(parts);
    }

    /// A key being tried.
    ///
    /// @param proposed whether it waits for its trial; else it is in use already
    private record Trial(ProviderRequest request, Known provider, Whose.Of whose, Origin origin, SecretText key,
            boolean proposed, Asker asker) {
        /// Others who read along don't get to see the end of it.
        String end() {
            return shown(key.lastFour());
        }

        String shown(String lastFour) {
            return !asker.isAlone() || lastFour.isEmpty() ? "" : " …" + lastFour;
        }

        Owner owner() {
            return whose.owner();
        }

        Phrases phrases() {
            return asker.phrases();
        }

        /// A sentence with the provider, and with whose key it is.
        String say(String key, Object... namesAndValues) {
            return phrases().say(key, Stream.concat(
                    Stream.of("provider", provider.title, "whose", whose.seen().name(), "end", end()),
                    Stream.of(namesAndValues)).toArray());
        }

        Say.Choice choice(String label, Verb verb, Button.Style style) {
            return new Say.Choice(phrases().say(label), "/provider " + request.with(verb).words(), style);
        }
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var words = job.intent() instanceof Intent.ManageAccount it ? it.request() : "";
        var request = ProviderRequest.of(words);
        var asker = managers.asked(job, place(request, job));
        var name = request.provider();
        if (name == null || !keys.clouds().names().contains(name)) {
            return Say
                    .text(asker.phrases().say("provider.which.say", "names", String.join(", ", keys.clouds().names())));
        }
        try {
            return switch (Whose.of(request, asker, managers)) {
                case Whose.Denied(var sentence) -> Say.text(sentence.in(asker.phrases()));
                case Whose.Unsure(_, var whose) -> notTheirs(name, whose.owner(), asker);
                case Whose.Of whose -> tried(request, Known.of(name), whose, asker, cancellation);
            };
        } catch (VaultException locked) {
            LOG.error("a provider key cannot be opened: {}", locked.getMessage());
            return Say.text(ProviderTalk.LOCKED.in(asker.phrases()));
        }
    }

    /// Empty where nobody has to manage anything.
    private static String place(ProviderRequest request, Job job) {
        var team = request.team();
        return team == null
                ? ""
                : team.isEmpty() || team.equals(ProviderRequest.CHAT) ? job.address().chat().key() : team;
    }

    /// What they proposed is not kept for anybody.
    private Say notTheirs(String name, Owner owner, Asker asker) {
        transactions.inTransaction(() -> {
            var origin = keys.clouds().origin(name);
            keys.proposed().drop(owner, name, origin);
            return true;
        });
        return Say.text(asker.phrases().say("team.notYours"));
    }

    private Say tried(ProviderRequest request, Known provider, Whose.Of whose, Asker asker,
            Cancellation cancellation) {
        var origin = keys.clouds().origin(provider.id);
        try (var proposed = keys.proposed().open(whose.owner(), provider.id, origin).orElse(null);
                var used = keys.inUse().use(whose.owner(), provider.id, origin).orElse(null)) {
            var key = proposed == null ? used : proposed;
            if (key == null) {
                var phrases = asker.phrases();
                return new Say(phrases.say("provider.nothing-to-try", "provider", provider.title),
                        List.of(Say.Choice.of(phrases.say("provider.button.add-one"),
                                "/provider " + request.with(Verb.ADD).words())));
            }
            var trial = new Trial(request, provider, whose, origin, key, proposed != null, asker);
            var listing = keys.clouds().models(provider.id, key, LIMIT);
            if (cancellation.isCancelled()) {
                throw new CancellationException();
            }
            return transactions.inTransaction(() -> outcome(trial, listing, used));
        }
    }

    private Say outcome(Trial trial, Listing listing, @Nullable SecretText used) {
        return switch (listing) {
            case Listing.Up(var models) -> accepted(trial, models.size(), used);
            case Listing.Down(var trouble) when trouble.failure() == Failure.UNAUTHORIZED ->
                refused(trial, trouble, used);
            case Listing.Down(var trouble) -> untested(trial, trouble, used);
        };
    }

    private Say accepted(Trial trial, int models, @Nullable SecretText used) {
        var isNew = used == null || !same(used, trial.key());
        var isStill = trial.proposed()
                && keys.proposed().drop(trial.owner(), trial.provider().id, trial.origin(), trial.key());
        if (isNew && isStill) {
            keys.inUse().keep(trial.owner(), trial.provider().id, trial.origin(), trial.key());
        }
        var answers = trial.say("provider.answers", "count", models);
        if (trial.proposed() && !isStill) {
            return Say.text(answers + " " + trial.phrases().say("provider.overtaken"));
        }
        var all = answers + introduced(trial);
        return Say.text(used == null || !isNew
                ? all
                : all + " " + trial.phrases().say("provider.replaced", "end", trial.shown(used.lastFour()), "page",
                        trial.provider().page));
    }

    /// A key alone answers nobody: its owner gets the provider's usual model, to be renamed, changed or removed like any other.
    private String introduced(Trial trial) {
        var platform = ModelPlatform.named(trial.provider().id).orElseThrow();
        var usual = registry.usual().get(platform);
        if (usual == null || usual.model().isEmpty() || registry.registered().of(trial.owner()).stream()
                .anyMatch(model -> model.draft().platform() == platform)) {
            return "";
        }
        try {
            var added = registry.registered().add(trial.owner(), new ModelDraft(trial.provider().title, platform,
                    usual.endpoint(), usual.model(), Parameters.USUAL, List.of()));
            registry.own().forget(trial.owner());
            return " " + trial.phrases().say("provider.introduced", "name", added.name(), "model", usual.model());
        } catch (UserFacingException full) {
            return " " + full.what().in(trial.phrases());
        }
    }

    private Say refused(Trial trial, Trouble trouble, @Nullable SecretText used) {
        if (!trial.proposed()) {
            return new Say(trial.say("provider.no-longer", "reason", reason(trouble, trial)),
                    List.of(trial.choice("provider.button.replace", Verb.REPLACE, Button.Style.PRIMARY),
                            trial.choice("provider.button.remove", Verb.REMOVE, Button.Style.DANGER)));
        }
        var isStill = keys.proposed().drop(trial.owner(), trial.provider().id, trial.origin(), trial.key());
        var isUsed = used != null && same(used, trial.key());
        if (isUsed && isStill) {
            keys.inUse().remove(trial.owner(), trial.provider().id, trial.origin());
        }
        var before = used == null || isUsed
                ? ""
                : " " + trial.phrases().say("provider.stays", "end", trial.shown(used.lastFour()));
        return new Say(
                trial.say("provider.refused", "reason", reason(trouble, trial), "stays", before, "page",
                        trial.provider().page),
                List.of(trial.choice("provider.button.another", before.isEmpty() ? Verb.ADD : Verb.REPLACE,
                        Button.Style.PRIMARY)));
    }

    /// Where no other key is in use, one that could not be tried is better than none.
    private Say untested(Trial trial, Trouble trouble, @Nullable SecretText used) {
        if (used == null) {
            keys.inUse().keep(trial.owner(), trial.provider().id, trial.origin(), trial.key());
        }
        return new Say(used == null || same(used, trial.key())
                ? trial.say("provider.untested", "reason", reason(trouble, trial))
                : trial.say("provider.untested.waits", "reason", reason(trouble, trial), "before",
                        trial.shown(used.lastFour())),
                List.of(trial.choice("job.again", Verb.TRY, Button.Style.PRIMARY)));
    }

    /// The reason may be in the server's words, and those may repeat the key.
    private static String reason(Trouble trouble, Trial trial) {
        return SecretMask.mask(trouble.why().in(trial.phrases()).replace(trial.key().value(), "***"));
    }

    private static boolean same(SecretText one, SecretText other) {
        return one.value().equals(other.value());
    }
}
