package atelier.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The way of one wish through the models that people registered: nearer owners first, each model with its fallbacks right behind it.
final class OwnRoad {
    /// People may own many; no wish looks at more than this many besides the one hoped for.
    private static final int MOST = 16;

    private final List<OwnModel> models;
    private final @Nullable OwnModel hoped;
    private final Map<OwnModel, OwnStanding> standings;
    private final Set<Route.Candidate> candidates = new LinkedHashSet<>();
    private final Set<Answer.Skip> skipped = new LinkedHashSet<>();
    private final Map<String, Integer> perServer = new HashMap<>();

    private OwnRoad(List<OwnModel> models, @Nullable OwnModel hoped, Map<OwnModel, OwnStanding> standings) {
        this.models = models;
        this.hoped = hoped;
        this.standings = standings;
    }

    /// @param hoped asked first, with its fallbacks; null for none
    /// @param fresh whether an earlier look at the servers will not do
    static OwnRoad of(Terms terms, @Nullable OwnModel hoped, boolean fresh) {
        List<OwnModel> models = Stream.concat(Stream.ofNullable(hoped), terms.own().stream()).distinct().limit(MOST)
                .toList();
        return new OwnRoad(models, hoped, OwnStanding.of(models, terms.cloud(), fresh));
    }

    /// The one hoped for, with its fallbacks.
    List<Route.Candidate> first() {
        return hoped == null ? List.of() : walk(List.of(hoped), Integer.MAX_VALUE);
    }

    /// The others that are local, or that are not, those that answer at once before those that are busy or still loading.
    List<Route.Candidate> others(boolean local) {
        var those = models.stream().filter(model -> model.provider().isLocal() == local).sorted(
                Comparator.comparing(OwnModel::whose).thenComparing(model -> !isHealthy(model))).toList();
        return walk(those, ConfiguredModels.PER_PROVIDER);
    }

    /// Who need not be asked, as far as the way has been walked.
    List<Answer.Skip> skipped() {
        return List.copyOf(skipped);
    }

    private boolean isHealthy(OwnModel model) {
        return standings.get(model) instanceof OwnStanding.There(var candidate)
                && candidate.model().state() == Model.State.HEALTHY;
    }

    /// @param most models of one server that are tried unless they are fallbacks
    private List<Route.Candidate> walk(List<OwnModel> these, int most) {
        List<Route.Candidate> way = new ArrayList<>();
        for (OwnModel model : these) {
            if (perServer.getOrDefault(model.provider().id(), 0) < most) {
                step(model, way);
                model.fallbacks().forEach(name -> fallback(model, name).ifPresent(next -> step(next, way)));
            }
        }
        return way;
    }

    /// Names are of the owner's own models; where they have none of that name, another's may be meant.
    private Optional<OwnModel> fallback(OwnModel of, String name) {
        return models.stream().filter(model -> model.isCalled(name))
                .min(Comparator.comparing(model -> model.whose() != of.whose()));
    }

    private void step(OwnModel model, List<Route.Candidate> way) {
        switch (standings.get(model)) {
            case OwnStanding.There(var candidate) -> {
                if (candidates.add(candidate)) {
                    way.add(candidate);
                    perServer.merge(model.provider().id(), 1, Integer::sum);
                }
            }
            case OwnStanding.Away(var skip) -> skipped.add(skip);
            case null -> {
                // Not among those looked at.
            }
        }
    }
}
