package atelier.generation.setup;

import atelier.chat.Chat;
import atelier.generation.OwnModel;
import atelier.generation.OwnModel.Whose;
import atelier.generation.Prompt;
import atelier.generation.registry.Choices;
import atelier.generation.registry.Choices.Choice;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.ProviderKey;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The models an account may use in a chat because somebody registered them: their own, then the chat's, then those of the team the
/// chat belongs to, then the operator's.
public final class OwnModels {
    private final RegisteredModels models;
    private final ProviderKeys keys;
    private final Choices choices;
    private final OwnServers servers;
    private final UnaryOperator<String> team;

    /// @param team key of the team a chat belongs to, by the chat's key; the same key where it belongs to none
    public OwnModels(RegisteredModels models, ProviderKeys keys, Choices choices, OwnServers servers,
            UnaryOperator<String> team) {
        this.models = models;
        this.keys = keys;
        this.choices = choices;
        this.servers = servers;
        this.team = team;
    }

    /// Ready to be asked, in the order of [atelier.generation.Terms#own]: the one chosen in this chat first, so that it is meant by its
    /// name where another owner has one of that name; then by owner, favourites first. Built-in models need no asking and are left out.
    ///
    /// @param account number of the account; 0 for nobody
    public List<OwnModel> of(long account, String chatKey) {
        return of(account, chatKey, team.apply(chatKey));
    }

    /// The same where it is known that a chat of one person belongs to no team, which need not be looked up.
    public List<OwnModel> of(long account, Chat place) {
        return of(account, place.key(), place.isPrivate() ? place.key() : team.apply(place.key()));
    }

    private List<OwnModel> of(long account, String chatKey, String teamKey) {
        var owners = owners(account, chatKey, teamKey);
        var registered = models.of(Set.copyOf(owners.values())).stream()
                .filter(model -> model.draft().platform() != ModelPlatform.BUILT_IN)
                .collect(Collectors.groupingBy(RegisteredModel::owner));
        if (registered.isEmpty()) {
            return List.of();
        }
        boolean localOnly = account != 0 && choices.localOnly(account);
        var chosen = account == 0
                ? Optional.<RegisteredModel>empty()
                : choices.active(account, chatKey).flatMap(
                        choice -> choice instanceof Choice.Registered(var model, _)
                                ? Optional.of(model)
                                : Optional.empty());
        List<OwnModel> ready = new ArrayList<>();
        owners.forEach((whose, owner) -> ready
                .addAll(ready(whose, owner, registered.getOrDefault(owner, List.of()), localOnly)));
        chosen.flatMap(model -> ready.stream().filter(own -> own.name().equals(model.name())
                && model.owner().equals(owners.get(own.whose()))).findFirst()).ifPresent(own -> {
                    ready.remove(own);
                    ready.addFirst(own);
                });
        return ready;
    }

    /// Who that is for somebody in a chat. One that belongs to no team is a team by itself.
    public Owner owner(Whose whose, long account, String chatKey) {
        return owner(whose, account, chatKey, whose == Whose.TEAM ? team.apply(chatKey) : "");
    }

    private static Owner owner(Whose whose, long account, String chatKey, String teamKey) {
        return switch (whose) {
            case PERSON -> new Owner.Person(account);
            case CHAT -> new Owner.Team(chatKey);
            case TEAM -> new Owner.Team(teamKey);
            case OPERATOR -> new Owner.Operator();
        };
    }

    /// Everybody whose models somebody in a chat may use, nearest first.
    private static Map<Whose, Owner> owners(long account, String chatKey, String teamKey) {
        var owners = new EnumMap<Whose, Owner>(Whose.class);
        for (var whose : Whose.values()) {
            owners.put(whose, owner(whose, account, chatKey, teamKey));
        }
        if (account == 0) {
            owners.remove(Whose.PERSON);
        }
        if (Objects.equals(owners.get(Whose.CHAT), owners.get(Whose.TEAM))) {
            owners.remove(Whose.CHAT);
        }
        return owners;
    }

    private List<OwnModel> ready(Whose whose, Owner owner, List<RegisteredModel> registered, boolean localOnly) {
        if (registered.isEmpty()) {
            return List.of();
        }
        var known = keys.of(owner);
        return registered.stream().map(model -> own(whose, owner, model.draft(), known, localOnly)).toList();
    }

    private OwnModel own(Whose whose, Owner owner, ModelDraft draft, List<ProviderKey> known, boolean localOnly) {
        var origin = Origin.of(Objects.requireNonNull(draft.endpoint()));
        var platform = draft.platform().id();
        Optional<Instant> rotated = known.stream()
                .filter(key -> key.provider().equals(platform) && key.origin().equals(origin))
                .map(ProviderKey::rotated).findFirst();
        var server = servers.of(owner, draft, rotated, () -> keys.use(owner, platform, origin));
        return new OwnModel(whose, draft.name(), server, draft.model(), sampling(draft.parameters()), draft.fallbacks(),
                server.isLocal() || !localOnly);
    }

    private static Prompt.Sampling sampling(Parameters parameters) {
        return new Prompt.Sampling(parameters.temperature(), parameters.topP(), parameters.maxTokens(),
                parameters.frequencyPenalty());
    }

    /// All of them with their states, in the same order. Servers not heard of lately are looked at, side by side.
    ///
    /// @param patience longest wait; whoever has not answered by then is shown as not known yet, and known soon after
    public List<OwnSighting> look(long account, String chatKey, Duration patience) {
        var own = of(account, chatKey);
        var answered = new CountDownLatch((int) own.stream().map(OwnModel::provider).distinct().count());
        own.stream().map(OwnModel::provider).distinct()
                .forEach(provider -> Thread.ofVirtual().name("look").start(() -> {
                    try {
                        provider.recent(OwnServers.LIMIT);
                    } finally {
                        answered.countDown();
                    }
                }));
        try {
            answered.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return own.stream().map(OwnSighting::of).toList();
    }

    /// Notes that one of them answered.
    ///
    /// @param newSession whether for the first time in a conversation
    public void used(long account, String chatKey, OwnModel.Label label, boolean newSession) {
        models.used(owner(label.whose(), account, chatKey), label.name(), newSession);
    }

    /// To be told after a model or a key of this owner was removed, so that nothing is sent there any more. What runs goes on.
    public void forget(Owner owner) {
        servers.forget(owner);
    }
}
