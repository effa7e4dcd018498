package atelier.generation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plans a [Route]: whoever was wished for and nobody else; otherwise the one the person prefers, then what is local (their own models,
/// their team's, those the operator registered, those of the configured servers), then the clouds in the same order.
final class Routes {
    private final Health health;
    private final ConfiguredModels configured;

    /// @param preferred   local model to ask first; null for none
    /// @param cloudModels for each cloud provider the model to ask
    Routes(List<Provider> providers, Health health, @Nullable String preferred, Map<String, String> cloudModels) {
        this.health = health;
        this.configured = new ConfiguredModels(providers, health, preferred, cloudModels);
    }

    /// Looks once more at the servers before saying that there is nobody: one may have come up meanwhile.
    Route of(Request request) {
        long before = health.passes();
        Route route = plan(request.terms(), false);
        boolean looked = health.passes() > before;
        if (!(route instanceof Route.Nobody) || (looked && request.terms().own().isEmpty())) {
            return route;
        }
        if (!looked) {
            health.refresh();
        }
        return plan(request.terms(), true);
    }

    private Route plan(Terms terms, boolean fresh) {
        String wished = terms.model();
        return wished == null || wished.isBlank() ? free(terms, fresh) : strict(wished, terms, fresh);
    }

    private Route free(Terms terms, boolean fresh) {
        OwnModel hopedOwn = own(terms.preferred(), terms);
        OwnRoad own = OwnRoad.of(terms, hopedOwn, fresh);
        Wish hoped = hopedOwn == null ? configured.hoped(terms) : null;
        List<Answer.Skip> silent = new ArrayList<>();
        List<Route.Candidate> clouds = configured.clouds(hoped);
        List<Route.Candidate> locals = configured.locals(hoped, silent);
        List<Route.Candidate> asked = terms.cloud() ? clouds : List.of();

        Set<Route.Candidate> road = new LinkedHashSet<>(own.first());
        if (isNamed(terms.preferred())) {
            locals.stream().filter(candidate -> ConfiguredModels.is(hoped, candidate.model())).forEach(road::add);
        } else {
            road.addAll(own.others(true));
        }
        asked.stream().filter(candidate -> ConfiguredModels.is(hoped, candidate.model())).findFirst()
                .ifPresent(road::add);
        road.addAll(own.others(true));
        road.addAll(locals);
        road.addAll(own.others(false));
        road.addAll(asked);

        List<Answer.Skip> skipped = new ArrayList<>(own.skipped());
        skipped.addAll(silent);
        explain(hoped, road, clouds, skipped);
        return road.isEmpty()
                ? new Route.Nobody(Failure.NO_MODEL, Sentences.noModel(!terms.cloud() && configured.hasClouds(),
                        skipped), skipped)
                : new Route.Try(List.copyOf(road), skipped);
    }

    /// By the name its owner gave it. What its server calls it counts where no configured server has such a model: those are known by
    /// nothing else.
    private @Nullable OwnModel own(@Nullable String name, Terms terms) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return terms.own().stream().filter(model -> model.isCalled(name)).findFirst()
                .or(() -> terms.own().stream()
                        .filter(model -> model.isMeantBy(name) && !configured.has(configured.wish(name), terms.cloud()))
                        .findFirst())
                .orElse(null);
    }

    /// Whether the person said which model they want, strictly or by preference.
    static boolean isNamed(Terms terms) {
        return isNamed(terms.model()) || isNamed(terms.preferred());
    }

    private static boolean isNamed(@Nullable String name) {
        return name != null && !name.isBlank();
    }

    /// Says why nobody hoped for is among the candidates.
    private static void explain(@Nullable Wish hoped, Set<Route.Candidate> candidates, List<Route.Candidate> clouds,
            List<Answer.Skip> skipped) {
        if (hoped == null
                || candidates.stream().anyMatch(candidate -> ConfiguredModels.is(hoped, candidate.model()))) {
            return;
        }
        String provider = hoped.provider();
        String name = provider == null
                ? hoped.name()
                : hoped.name().isEmpty() ? provider : provider + "/" + hoped.name();
        if (clouds.stream().anyMatch(candidate -> ConfiguredModels.is(hoped, candidate.model()))) {
            skipped.add(new Answer.Skip(name, Failure.NO_MODEL, "may not be asked"));
        } else if (provider == null || skipped.stream().noneMatch(skip -> skip.candidate().equals(provider))) {
            skipped.add(new Answer.Skip(name, Failure.MODEL_MISSING, "model missing"));
        }
    }

    /// Whether this is whom the person expects to answer, so that nobody else's absence need be explained.
    boolean isAsHoped(Route.Candidate candidate, Request request) {
        Terms terms = request.terms();
        OwnModel own = candidate.own();
        OwnModel hopedOwn = own(terms.preferred(), terms);
        if (hopedOwn != null) {
            return hopedOwn.equals(own);
        }
        if (isNamed(terms.preferred())) {
            return ConfiguredModels.is(configured.hoped(terms), candidate.model());
        }
        if (own != null) {
            return candidate.provider().isLocal();
        }
        if (terms.own().stream().anyMatch(model -> model.whose() == OwnModel.Whose.PERSON)) {
            return false; // they have models of their own
        }
        Wish hoped = configured.hoped(terms);
        return hoped == null ? candidate.provider().isLocal() : ConfiguredModels.is(hoped, candidate.model());
    }

    private Route strict(String wished, Terms terms, boolean fresh) {
        OwnModel own = own(wished, terms);
        if (own != null) {
            return strictly(own, wished, terms, fresh);
        }
        Wish wish = configured.wish(wished);
        List<Answer.Skip> skipped = new ArrayList<>();
        List<Route.Candidate> fitting = configured.localsMeant(wish, skipped);
        List<Route.Candidate> clouds = configured.cloudsMeant(wish);
        if (terms.cloud()) {
            fitting.addAll(clouds);
        }
        if (!fitting.isEmpty()) {
            return new Route.Try(fitting, List.of());
        }
        return clouds.isEmpty()
                ? configured.nobody(wish, wished, skipped)
                : new Route.Nobody(Failure.NO_MODEL, Sentences.cloudNotAllowed(wished), skipped);
    }

    private static Route strictly(OwnModel own, String wished, Terms terms, boolean fresh) {
        if (!OwnStanding.mayAsk(own, terms.cloud())) {
            return new Route.Nobody(Failure.NO_MODEL, Sentences.cloudNotAllowed(wished), List.of());
        }
        return switch (OwnStanding.of(List.of(own), terms.cloud(), fresh).get(own)) {
            case OwnStanding.There(var candidate) -> new Route.Try(List.of(candidate), List.of());
            case OwnStanding.Away(var skip) ->
                new Route.Nobody(skip.failure(), Sentences.ownSilent(skip, own.model()), List.of(skip));
            case null -> throw new IllegalStateException("not looked at");
        };
    }
}
