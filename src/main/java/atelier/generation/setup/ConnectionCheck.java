package atelier.generation.setup;

import atelier.chat.UserFacingException;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Trouble;
import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.local.LmStudioProvider;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.transport.Http;
import atelier.generation.transport.Loss;
import atelier.language.Sentence;
import atelier.secret.SecretText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tries a server before anybody registers a model of it: within five seconds either its models, or one sentence on what is wrong.
/// Nothing is generated; the key is sent to the address given and to no other.
public final class ConnectionCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final EndpointPolicy policy;
    private final Duration limit;

    /// @param policy on the servers of members
    public ConnectionCheck(EndpointPolicy policy) {
        this(policy, LIMIT);
    }

    ConnectionCheck(EndpointPolicy policy, Duration limit) {
        this.policy = policy;
        this.limit = limit;
    }

    /// What came of it.
    public sealed interface Result {
        /// It answers as such a server does.
        ///
        /// @param models    those for text; at least one
        /// @param latencyMs of the listing
        /// @param local     whether words sent there stay in the house
        /// @param note      what to expect of the first answer; null when nothing is special
        record Works(List<Model> models, long latencyMs, boolean local, @Nullable Sentence note) implements Result {
            public Works {
                models = List.copyOf(models);
            }
        }

        /// It cannot be used as it is.
        ///
        /// @param sentence   what is wrong and what to do
        /// @param approvable whether it would do if the operator allowed the address
        record Fails(Sentence sentence, boolean approvable) implements Result {
            Fails(String key, Object... namesAndValues) {
                this(Sentence.of(key, namesAndValues), false);
            }
        }
    }

    /// @param owner    whose it will be: members' servers are held to the policy
    /// @param endpoint as typed
    /// @param key      null for none; the caller closes it
    public Result check(Owner owner, ModelPlatform platform, String endpoint, @Nullable SecretText key) {
        if (!platform.hasEndpoint()) {
            return new Result.Fails("server.needless", "platform", platform.label());
        }
        String text = key == null ? null : key.value();
        if (text == null && platform.isCloud()) {
            return new Result.Fails("server.wants-key", "server", platform.label());
        }
        try {
            Origin.of(endpoint);
            return switch (judged(owner, endpoint)) {
                case EndpointPolicy.Verdict.Refused(Sentence sentence, boolean approvable) ->
                    new Result.Fails(sentence, approvable);
                case EndpointPolicy.Verdict.Allowed(Endpoint allowed) -> within(() -> {
                    try (Http http = owner instanceof Owner.Operator
                            ? new Http(CONNECT)
                            : Http.guarded(allowed, CONNECT)) {
                        return tried(platform, http, allowed, text);
                    }
                }, allowed);
            };
        } catch (UserFacingException e) {
            return new Result.Fails(e.what(), false);
        } catch (IllegalArgumentException e) { // an address that the one parser takes and the other does not
            return new Result.Fails("server.no-address");
        }
    }

    /// The same with the key the owner gave for that place, if any.
    public Result checkWithKeyOf(Owner owner, ModelPlatform platform, String endpoint, ProviderKeys keys) {
        var known = keys.use(owner, platform.id(), Origin.of(endpoint));
        if (known.isEmpty()) {
            return check(owner, platform, endpoint, null);
        }
        try (var key = known.get()) {
            return check(owner, platform, endpoint, key);
        }
    }

    private EndpointPolicy.Verdict judged(Owner owner, String endpoint) {
        return switch (owner) {
            case Owner.Operator() -> new EndpointPolicy.Verdict.Allowed(EndpointPolicy.operator(endpoint));
            case Owner.Person _,Owner.Team _ -> policy.member(endpoint);
        };
    }

    /// Looking a name up has no limit of its own.
    private Result within(Callable<Result> work, Endpoint endpoint) {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name("connection check").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return slow(endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.interrupt();
            return new Result.Fails("failure.stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result tried(ModelPlatform platform, Http http, Endpoint endpoint, @Nullable String key) {
        return switch (Platforms.provider(platform, http, endpoint.url(), key)
                .models(limit.multipliedBy(3).dividedBy(4))) {
            case Listing.Up(List<Model> models) when models.isEmpty() ->
                new Result.Fails("server.empty", "address", endpoint.toString(), "platform", platform.name());
            case Listing.Up(List<Model> models) -> new Result.Works(models, models.getFirst().latencyMs(),
                    policy.isAtHome(endpoint) && !platform.isCloud(), note(models));
            case Listing.Down(Trouble trouble) ->
                fails(platform, trouble, endpoint, key != null, () -> another(platform, http, endpoint, key));
        };
    }

    private static @Nullable Sentence note(List<Model> models) {
        if (models.stream().anyMatch(model -> model.state() == Model.State.LOADING)) {
            return Sentence.of("server.loading");
        }
        return models.stream().noneMatch(Model::loaded) ? Sentence.of("server.none-loaded") : null;
    }

    /// Which other kind of server it is, if it is one. Not for what runs in a cloud: a key is not shown around.
    private Optional<ModelPlatform> another(ModelPlatform platform, Http http, Endpoint endpoint,
            @Nullable String key) {
        if (platform.isCloud()) {
            return Optional.empty();
        }
        // LM Studio and Ollama speak like OpenAI, too, so the general comes last.
        return Stream.of(ModelPlatform.OLLAMA, ModelPlatform.LM_STUDIO, ModelPlatform.OPENAI_COMPATIBLE)
                .filter(other -> other != platform && answersAs(other, http, endpoint, key)).findFirst();
    }

    private boolean answersAs(ModelPlatform platform, Http http, Endpoint endpoint, @Nullable String key) {
        if (platform == ModelPlatform.LM_STUDIO) { // whose provider would take any that speaks like OpenAI
            return LmStudioProvider.isAt(http, endpoint.url(), key, limit.dividedBy(6));
        }
        return Platforms.provider(platform, http, endpoint.url(), key).models(limit.dividedBy(6)) instanceof Listing.Up;
    }

    private static Result.Fails fails(ModelPlatform platform, Trouble trouble, Endpoint endpoint, boolean keyed,
            Supplier<Optional<ModelPlatform>> another) {
        Optional<Loss> loss = Loss.of(trouble);
        if (loss.isPresent() && loss.get() != Loss.NO_SENSE) {
            return lost(loss.get(), platform, endpoint);
        }
        return switch (trouble.failure()) {
            case TIMEOUT -> slow(endpoint);
            case UNAUTHORIZED ->
                keyed
                        ? new Result.Fails("server.key-refused", "address", endpoint.toString())
                        : new Result.Fails("server.wants-key", "server", endpoint.toString());
            case RATE_LIMITED -> because("server.busy", endpoint, trouble);
            case SERVER_ERROR -> because("server.error", endpoint, trouble);
            case INVALID, MODEL_MISSING -> trouble.reason().contains("redirects")
                    ? new Result.Fails("server.redirects", "address", endpoint.toString())
                    : another.get()
                            .map(other -> new Result.Fails("server.another", "address", endpoint.toString(), "found",
                                    named(other), "wanted", named(platform), "choice", other.label()))
                            .orElse(new Result.Fails("server.something", "address", endpoint.toString(), "wanted",
                                    named(platform)));
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, LOST, TOO_LONG, BLOCKED, TRUNCATED, CANCELLED ->
                because("server.unusable", endpoint, trouble);
        };
    }

    private static Result.Fails because(String key, Endpoint endpoint, Trouble trouble) {
        return new Result.Fails(key, "address", endpoint.toString(), "reason", trouble.why());
    }

    private static Sentence named(ModelPlatform platform) {
        return platform == ModelPlatform.OPENAI_COMPATIBLE
                ? Sentence.of("server.compatible")
                : Sentence.plain(platform.label());
    }

    private static Result.Fails slow(Endpoint endpoint) {
        return new Result.Fails("server.slow", "address", endpoint.toString());
    }

    private static Result.Fails lost(Loss loss, ModelPlatform platform, Endpoint endpoint) {
        var address = endpoint.toString();
        return switch (loss) {
            case REFUSED -> new Result.Fails("server.offline", "address", address, "platform", platform.label());
            case NO_HOST -> new Result.Fails("server.no-host", "address", address);
            case NO_CONNECTION ->
                new Result.Fails("server.no-connection", "address", address, "seconds", CONNECT.toSeconds());
            case FORBIDDEN -> new Result.Fails(Sentence.of("server.home"), true);
            case TLS -> new Result.Fails("server.tls", "address", address);
            case CUT, NO_SENSE -> new Result.Fails("server.cut", "address", address);
        };
    }
}
