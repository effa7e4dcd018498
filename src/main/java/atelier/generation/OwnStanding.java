package atelier.generation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// How one model that somebody registered stands at the moment.
sealed interface OwnStanding {
    /// It can be asked.
    record There(Route.Candidate candidate) implements OwnStanding {}

    /// It need not even be asked.
    record Away(Answer.Skip skip) implements OwnStanding {}

    /// Longest look at a server; all are looked at side by side.
    Duration LIMIT = Duration.ofSeconds(5);

    /// Servers that are always there, for whoever has a key; their listings may lack what they answer to.
    Set<String> CLOUDS = Set.of("gemini", "openai", "anthropic");

    /// Looks at the servers of all these models.
    ///
    /// @param cloud whether the operator pays for cloud models
    /// @param fresh whether an earlier look will not do
    static Map<OwnModel, OwnStanding> of(List<OwnModel> models, boolean cloud, boolean fresh) {
        Map<OwnModel, OwnStanding> standings = new LinkedHashMap<>();
        Map<Provider, CompletableFuture<Listing>> looks = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            models.stream().filter(model -> mayAsk(model, cloud) && !isCloud(model)).map(OwnModel::provider).distinct()
                    .forEach(provider -> looks.put(provider, CompletableFuture
                            .supplyAsync(() -> fresh ? provider.models(LIMIT) : provider.recent(LIMIT), threads)));
        }
        models.forEach(model -> standings.put(model,
                mayAsk(model, cloud)
                        ? of(model, Optional.ofNullable(looks.get(model.provider())).map(CompletableFuture::join)
                                .orElse(null))
                        : away(model, Failure.NO_MODEL, "may not be asked")));
        return standings;
    }

    /// The operator's cloud models are asked where cloud models are; others have their own key.
    static boolean mayAsk(OwnModel model, boolean cloud) {
        return model.allowed() && (cloud || model.provider().isLocal() || model.whose() != OwnModel.Whose.OPERATOR);
    }

    private static boolean isCloud(OwnModel model) {
        return CLOUDS.contains(model.provider().kind());
    }

    private static OwnStanding of(OwnModel model, @Nullable Listing listing) {
        return switch (listing) {
            case null -> there(model, model.unlisted());
            case Listing.Down(Trouble trouble) -> away(model, trouble.failure(), trouble.reason());
            case Listing.Up(List<Model> listed) -> model.in(listed).map(found -> there(model, found))
                    .orElseGet(() -> away(model, Failure.MODEL_MISSING, "model missing"));
        };
    }

    private static OwnStanding there(OwnModel own, Model model) {
        return new There(new Route.Candidate(own.provider(), model, own));
    }

    private static OwnStanding away(OwnModel model, Failure failure, String reason) {
        return new Away(new Answer.Skip(model.name(), failure, reason));
    }
}
