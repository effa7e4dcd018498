package atelier.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plans a [Route]: whoever was wished for and nobody else; otherwise the one the person prefers, local models, then the cloud's if it
/// may be asked.
final class Routes {
    /// More than this many models of one server are not tried for one wish: each may have to be loaded.
    private static final int PER_PROVIDER = 2;

    private final List<Provider> providers;
    private final Health health;
    private final @Nullable Wish preferred;
    private final Map<String, String> cloudModels;

    /// @param preferred   local model to ask first; null for none
    /// @param cloudModels for each cloud provider the model to ask
    Routes(List<Provider> providers, Health health, @Nullable String preferred, Map<String, String> cloudModels) {
        this.providers = List.copyOf(providers);
        this.health = health;
        this.preferred = preferred == null || preferred.isBlank() ? null : Wish.of(preferred, providers);
        this.cloudModels = Map.copyOf(cloudModels);
    }

    /// Looks once more at the servers before saying that there is nobody: one may have come up meanwhile.
    Route of(Request request) {
        long before = health.passes();
        Route route = plan(request);
        if (route instanceof Route.Nobody && health.passes() == before) {
            health.refresh();
            return plan(request);
        }
        return route;
    }

    private Route plan(Request request) {
        String wished = request.terms().model();
        return wished == null || wished.isBlank() ? free(request) : strict(Wish.of(wished, providers), wished, request);
    }

    private Route free(Request request) {
        Wish hoped = hoped(request);
        Comparator<Model> order = order(hoped);
        List<Answer.Skip> skipped = new ArrayList<>();
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
        List<Route.Candidate> clouds = clouds(hoped);
        if (request.terms().cloud()) {
            clouds.stream().filter(candidate -> is(hoped, candidate.model())).findFirst()
                    .ifPresent(candidate -> candidates.addFirst(candidate));
            clouds.stream().filter(candidate -> !candidates.contains(candidate)).forEach(candidates::add);
        }
        explain(hoped, candidates, clouds, skipped);
        return candidates.isEmpty()
                ? new Route.Nobody(Failure.NO_MODEL, Sentences.noModel(!request.terms().cloud() && !clouds().isEmpty()),
                        skipped)
                : new Route.Try(candidates, skipped);
    }

    /// Whom the person would like to answer: their own preference, else the operator's.
    private @Nullable Wish hoped(Request request) {
        String own = request.terms().preferred();
        return own == null || own.isBlank() ? preferred : Wish.of(own, providers);
    }

    /// Says why nobody hoped for is among the candidates.
    private static void explain(@Nullable Wish hoped, List<Route.Candidate> candidates, List<Route.Candidate> clouds,
            List<Answer.Skip> skipped) {
        if (hoped == null || candidates.stream().anyMatch(candidate -> is(hoped, candidate.model()))) {
            return;
        }
        String provider = hoped.provider();
        String name = provider == null
                ? hoped.name()
                : hoped.name().isEmpty() ? provider : provider + "/" + hoped.name();
        if (clouds.stream().anyMatch(candidate -> is(hoped, candidate.model()))) {
            skipped.add(new Answer.Skip(name, Failure.NO_MODEL, "may not be asked"));
        } else if (provider == null || skipped.stream().noneMatch(skip -> skip.candidate().equals(provider))) {
            skipped.add(new Answer.Skip(name, Failure.MODEL_MISSING, "model missing"));
        }
    }

    private Comparator<Model> order(@Nullable Wish hoped) {
        return Comparator.comparing((Model model) -> !is(hoped, model)).thenComparing(model -> !is(preferred, model))
                .thenComparing(model -> model.state() != Model.State.HEALTHY).thenComparing(model -> !model.loaded());
    }

    /// Whether this is whom the person expects to answer, so that nobody else's absence need be explained.
    boolean isAsHoped(Route.Candidate candidate, Request request) {
        Wish hoped = hoped(request);
        return hoped == null ? candidate.provider().isLocal() : is(hoped, candidate.model());
    }

    private static boolean is(@Nullable Wish hoped, Model model) {
        return hoped != null && (hoped.provider() == null || hoped.provider().equals(model.provider()))
                && (hoped.fits(model) || hoped.nearlyFits(model));
    }

    /// The clouds' models, one of them another than usual if that is hoped for.
    private List<Route.Candidate> clouds(@Nullable Wish hoped) {
        List<Route.Candidate> all = new ArrayList<>();
        for (Provider provider : clouds()) {
            String name = hoped == null || !hoped.isFor(provider) ? null : cloudName(provider, hoped);
            if (name != null) {
                all.add(cloud(provider, name));
            }
        }
        clouds().stream().map(provider -> cloud(provider, cloudModels.getOrDefault(provider.id(), "")))
                .filter(candidate -> !all.contains(candidate)).forEach(all::add);
        return all;
    }

    private List<Provider> clouds() {
        return providers.stream().filter(provider -> !provider.isLocal()).toList();
    }

    private static Route.Candidate cloud(Provider provider, String model) {
        return new Route.Candidate(provider, new Model(model, provider.id(), false, true, 0, Model.State.HEALTHY, 0));
    }

    private Route strict(Wish wish, String wished, Request request) {
        List<Route.Candidate> fitting = new ArrayList<>();
        List<Answer.Skip> skipped = new ArrayList<>();
        boolean cloudOnly = false;
        for (Provider provider : providers) {
            if (!wish.isFor(provider)) {
                continue;
            }
            if (provider.isLocal()) {
                local(provider, wish, fitting, skipped);
            } else {
                String name = cloudName(provider, wish);
                cloudOnly |= name != null;
                if (name != null && request.terms().cloud()) {
                    fitting.add(cloud(provider, name));
                }
            }
        }
        if (!fitting.isEmpty()) {
            return new Route.Try(fitting, List.of());
        }
        if (cloudOnly) {
            return new Route.Nobody(Failure.NO_MODEL, Sentences.cloudNotAllowed(wished), skipped);
        }
        return missing(wish, wished, skipped);
    }

    private void local(Provider provider, Wish wish, List<Route.Candidate> fitting, List<Answer.Skip> skipped) {
        if (health.listing(provider) instanceof Listing.Down(Trouble trouble)) {
            skipped.add(new Answer.Skip(provider.id() + (wish.name().isEmpty() ? "" : "/" + wish.name()),
                    trouble.failure(), trouble.reason()));
            return;
        }
        List<Model> models = health.models(provider).stream().sorted(order(preferred)).toList();
        models.stream().filter(wish::fits).findFirst().or(() -> models.stream().filter(wish::nearlyFits).findFirst())
                .ifPresent(model -> fitting.add(new Route.Candidate(provider, model)));
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

    private Route missing(Wish wish, String wished, List<Answer.Skip> skipped) {
        List<String> others = health.models().stream().filter(model -> model.state() != Model.State.OFFLINE)
                .map(Model::id).toList();
        if (skipped.isEmpty() || (wish.provider() == null && !others.isEmpty() && !wasKnown(wish))) {
            return new Route.Nobody(Failure.MODEL_MISSING, Sentences.modelMissing(wished, others), skipped);
        }
        return new Route.Nobody(skipped.getFirst().failure(), Sentences.serverSilent(wished, skipped.getFirst()),
                skipped);
    }

    private boolean wasKnown(Wish wish) {
        return health.models().stream().anyMatch(wish::fits);
    }
}
