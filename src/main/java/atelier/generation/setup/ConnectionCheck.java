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
        /// @param note      what to expect of the first answer; empty when nothing is special
        record Works(List<Model> models, long latencyMs, boolean local, String note) implements Result {
            public Works {
                models = List.copyOf(models);
            }
        }

        /// It cannot be used as it is.
        ///
        /// @param sentence what is wrong and what to do
        record Fails(String sentence) implements Result {}
    }

    /// @param owner    whose it will be: members' servers are held to the policy
    /// @param endpoint as typed
    /// @param key      null for none; the caller closes it
    public Result check(Owner owner, ModelPlatform platform, String endpoint, @Nullable SecretText key) {
        if (!platform.hasEndpoint()) {
            return new Result.Fails(platform.label() + " models need no server.");
        }
        String text = key == null ? null : key.value();
        if (text == null && platform.isCloud()) {
            return new Result.Fails(platform.label() + " wants a key. Give yours, and try again.");
        }
        try {
            Origin.of(endpoint);
            return switch (judged(owner, endpoint)) {
                case EndpointPolicy.Verdict.Refused(String sentence) -> new Result.Fails(sentence);
                case EndpointPolicy.Verdict.Allowed(Endpoint allowed) -> within(() -> {
                    try (Http http = owner instanceof Owner.Operator
                            ? new Http(CONNECT)
                            : Http.guarded(allowed, CONNECT)) {
                        return tried(platform, http, allowed, text);
                    }
                }, allowed);
            };
        } catch (UserFacingException e) {
            return new Result.Fails(e.sentence());
        } catch (IllegalArgumentException e) { // an address that the one parser takes and the other does not
            return new Result.Fails("That is no address of a model server. It looks like http://localhost:11434.");
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
            return new Result.Fails(slow(endpoint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.interrupt();
            return new Result.Fails("Stopped.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result tried(ModelPlatform platform, Http http, Endpoint endpoint, @Nullable String key) {
        return switch (Platforms.provider(platform, http, endpoint.url(), key)
                .models(limit.multipliedBy(3).dividedBy(4))) {
            case Listing.Up(List<Model> models) when models.isEmpty() -> new Result.Fails(empty(platform, endpoint));
            case Listing.Up(List<Model> models) -> new Result.Works(models, models.getFirst().latencyMs(),
                    policy.isAtHome(endpoint) && !platform.isCloud(), note(models));
            case Listing.Down(Trouble trouble) -> new Result.Fails(
                    sentence(platform, trouble, endpoint, key != null, () -> another(platform, http, endpoint, key)));
        };
    }

    private static String empty(ModelPlatform platform, Endpoint endpoint) {
        return endpoint + " answers, but has no model for text. " + switch (platform) {
            case OLLAMA -> "Fetch one there, such as with `ollama pull llama3.2`, and try again.";
            case LM_STUDIO -> "Download one in LM Studio, and try again.";
            case OPENAI_COMPATIBLE -> "Start it with a model, and try again.";
            case GEMINI, OPENAI, ANTHROPIC -> "The key's account may have none; try another key.";
            case BUILT_IN -> "";
        };
    }

    private static String note(List<Model> models) {
        if (models.stream().anyMatch(model -> model.state() == Model.State.LOADING)) {
            return "The server is still loading its model; the first answer will take a while.";
        }
        return models.stream().noneMatch(Model::loaded)
                ? "No model is loaded yet; the first answer will take a while longer."
                : "";
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

    private static String sentence(ModelPlatform platform, Trouble trouble, Endpoint endpoint, boolean keyed,
            Supplier<Optional<ModelPlatform>> another) {
        Optional<Loss> loss = Loss.of(trouble);
        if (loss.isPresent() && loss.get() != Loss.NO_SENSE) {
            return lost(loss.get(), platform, endpoint);
        }
        return switch (trouble.failure()) {
            case TIMEOUT -> slow(endpoint);
            case UNAUTHORIZED -> keyed
                    ? endpoint + " refuses the key. Check that it is whole and still valid."
                    : endpoint + " wants a key. Give one, and try again.";
            case RATE_LIMITED -> endpoint + " " + trouble.reason() + ". Try again later.";
            case SERVER_ERROR -> endpoint + " answers with an error (" + trouble.reason()
                    + "). Look into its log, or try again later.";
            case INVALID, MODEL_MISSING -> trouble.reason().contains("redirects")
                    ? endpoint + " sends elsewhere, which is not followed. Give the address it really answers at."
                    : another.get().map(other -> "At " + endpoint + " answers " + named(other) + ", not "
                            + named(platform) + ". Choose " + other.label() + " as the platform.")
                            .orElse("At " + endpoint + " something answers that is not " + named(platform)
                                    + ". Check the address and the port.");
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, LOST, TOO_LONG, BLOCKED, TRUNCATED, CANCELLED ->
                endpoint + " cannot be used (" + trouble.reason() + "). Check the address.";
        };
    }

    private static String named(ModelPlatform platform) {
        return platform == ModelPlatform.OPENAI_COMPATIBLE ? "an OpenAI-compatible server" : platform.label();
    }

    private static String slow(Endpoint endpoint) {
        return endpoint + " takes the connection but does not answer in time. Restart the server, or try again later.";
    }

    private static String lost(Loss loss, ModelPlatform platform, Endpoint endpoint) {
        return switch (loss) {
            case REFUSED -> "Nobody listens at " + endpoint + ". Start " + platform.label()
                    + " there, and check the port.";
            case NO_HOST -> "There is no host of the name in " + endpoint + ". Check its spelling.";
            case NO_CONNECTION -> endpoint + " cannot be reached within " + CONNECT.toSeconds()
                    + " seconds. Check the address, and whether a firewall is in between.";
            case FORBIDDEN ->
                "That address leads into a private network, which cannot be reached from here. Use a public one, or ask the"
                        + " operator to approve this address.";
            case TLS -> endpoint
                    + " has no TLS that can be trusted. Check its certificate, or whether it is really an https address.";
            case CUT, NO_SENSE -> endpoint + " ends the connection without an answer. Check the address and the port.";
        };
    }
}
