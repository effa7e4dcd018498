package atelier.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the servers of the configuration offer, and which of it is meant by a wish.
final class ConfiguredModels {
    /// More than this many models of one server are not tried for one wish: each may have to be loaded.
    static final int PER_PROVIDER = 2;

    private final List<Provider> providers;
    private final Health health;
    private final @Nullable Wish preferred;
    private final Map<String, String> cloudModels;

    /// @param preferred   local model to ask first; null for none
    /// @param cloudModels for each cloud provider the model to ask
    ConfiguredModels(List<Provider> providers, Health health, @Nullable String preferred,
            Map<String, String> cloudModels) {
        this.providers = List.copyOf(providers);
        this.health = health;
        this.preferred = preferred == null || preferred.isBlank() ? null : wish(preferred);
        this.cloudModels = Map.copyOf(cloudModels);
    }

    Wish wish(String text) {
        return Wish.of(text, providers);
    }

    /// Whom the person would like to answer: their own preference, else the operator's.
    @Nullable
    Wish hoped(Terms terms) {
        String own = terms.preferred();
        return own == null || own.isBlank() ? preferred : wish(own);
    }

    static boolean is(@Nullable Wish hoped, Model model) {
        return hoped != null && (hoped.provider() == null || hoped.provider().equals(model.provider()))
                && (hoped.fits(model) || hoped.nearlyFits(model));
    }

    /// Those at home, the one hoped for first.
    ///
    /// @param skipped told of the servers that have none
    List<Route.Candidate> locals(@Nullable Wish hoped, List<Answer.Skip> skipped) {
        Comparator<Model> order = order(hoped);
        List<Route.Candidate> candidates = new ArrayList<>();
        for (Provider provider : providers) {
            if (!provider.isLocal()) {
                continue;
            }
            List<Model> models = health.models(provider);
            if (health.listing(provider) instanceof Listing.Down(Trouble trouble)) {
                skipped.add(new Answer.Skip(provider.id(), trouble.failure(), trouble.reason()));
            } else if (models.isEmpty()) {
                skipped.add(new Answer.Skip(provider.id(), Failure.MODEL_MISSING, "no models"));
            } else {
                models.stream().sorted(order).limit(PER_PROVIDER)
                        .forEach(model -> candidates.add(new Route.Candidate(provider, model)));
            }
        }
        candidates.sort(Comparator.comparing(Route.Candidate::model, order));
        return candidates;
    }

    private Comparator<Model> order(@Nullable Wish hoped) {
        return Comparator.comparing((Model model) -> !is(hoped, model)).thenComparing(model -> !is(preferred, model))
                .thenComparing(model -> model.state() != Model.State.HEALTHY).thenComparing(model -> !model.loaded());
    }

    boolean hasClouds() {
        return providers.stream().anyMatch(provider -> !provider.isLocal());
    }

    /// The clouds' models, one of them another than usual if that is hoped for.
    List<Route.Candidate> clouds(@Nullable Wish hoped) {
        List<Provider> clouds = providers.stream().filter(provider -> !provider.isLocal()).toList();
        List<Route.Candidate> all = new ArrayList<>();
        for (Provider provider : clouds) {
            String name = hoped == null || !hoped.isFor(provider) ? null : cloudName(provider, hoped);
            if (name != null) {
                all.add(cloud(provider, name));
            }
        }
        clouds.stream().map(provider -> cloud(provider, cloudModels.getOrDefault(provider.id(), "")))
                .filter(candidate -> !all.contains(candidate)).forEach(all::add);
        return all;
    }

    private static Route.Candidate cloud(Provider provider, String model) {
        return new Route.Candidate(provider, new Model(model, provider.id(), false, true, 0, Model.State.HEALTHY, 0));
    }

    /// A cloud's listing may be incomplete or closed to the key, so a name that is plainly meant for it is tried all the same.
    private @Nullable String cloudName(Provider provider, Wish wish) {
        if (wish.name().isEmpty()) {
            return cloudModels.get(provider.id());
        }
        if (wish.provider() != null || wish.name().startsWith(provider.id())) {
            return wish.name();
        }
        return health.models(provider).stream().filter(wish::fits).map(Model::name).findFirst().orElse(null);
    }

    /// Those at home that are meant, one of each server.
    ///
    /// @param skipped told of the servers that cannot be asked
    List<Route.Candidate> localsMeant(Wish wish, List<Answer.Skip> skipped) {
        List<Route.Candidate> fitting = new ArrayList<>();
        for (Provider provider : providers) {
            if (!provider.isLocal() || !wish.isFor(provider)) {
                continue;
            }
            if (health.listing(provider) instanceof Listing.Down(Trouble trouble)) {
                skipped.add(new Answer.Skip(provider.id() + (wish.name().isEmpty() ? "" : "/" + wish.name()),
                        trouble.failure(), trouble.reason()));
                continue;
            }
            List<Model> models = health.models(provider).stream().sorted(order(preferred)).toList();
            models.stream().filter(wish::fits).findFirst()
                    .or(() -> models.stream().filter(wish::nearlyFits).findFirst())
                    .ifPresent(model -> fitting.add(new Route.Candidate(provider, model)));
        }
        return fitting;
    }

    /// Those of the clouds that are meant, whether or not they may be asked.
    List<Route.Candidate> cloudsMeant(Wish wish) {
        List<Route.Candidate> fitting = new ArrayList<>();
        for (Provider provider : providers) {
            String name = provider.isLocal() || !wish.isFor(provider) ? null : cloudName(provider, wish);
            if (name != null) {
                fitting.add(cloud(provider, name));
            }
        }
        return fitting;
    }

    /// Whether any of the servers has what is meant.
    boolean has(Wish wish, boolean cloud) {
        return !localsMeant(wish, new ArrayList<>()).isEmpty() || (cloud && !cloudsMeant(wish).isEmpty());
    }

    /// Why none is meant: no server has it, or those that might are silent.
    Route.Nobody nobody(Wish wish, String wished, List<Answer.Skip> skipped) {
        List<String> others = health.models().stream().filter(model -> model.state() != Model.State.OFFLINE)
                .map(Model::id).toList();
        boolean wasKnown = health.models().stream().anyMatch(wish::fits);
        if (skipped.isEmpty() || (wish.provider() == null && !others.isEmpty() && !wasKnown)) {
            return new Route.Nobody(Failure.MODEL_MISSING, Sentences.modelMissing(wished, others), skipped);
        }
        return new Route.Nobody(skipped.getFirst().failure(), Sentences.serverSilent(wished, skipped.getFirst()),
                skipped);
    }
}
