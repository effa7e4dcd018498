package atelier.generation.setup;

import atelier.generation.Failure;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.transport.Http;
import atelier.secret.SecretText;
import atelier.secret.VaultException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The servers of registered models. Each is made when first needed, forgotten some time after the last use, and looked at by listing
/// alone every period while somebody uses it.
///
/// What members name is spoken to over the guarded transport only, within the [EndpointPolicy]; what the operator registers may lie
/// anywhere. Whether words stay in the house is told by the address, the operator's as well as a member's: [EndpointPolicy#isAtHome].
public final class OwnServers implements AutoCloseable {
    /// How long after the last use a server is still looked at.
    public static final Duration WATCHED = Duration.ofMinutes(10);
    static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 2_000;
    private static final int MOST_LOOKED_AT = 500;
    private static final int AT_ONCE = 16;

    private final EndpointPolicy policy;
    private final Duration connect;
    private final Duration period;
    private final InstantSource clock;
    private final Http operators;
    private final Cache<Place, OwnServer> servers;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private volatile @Nullable Thread thread;

    /// One server of one owner.
    private record Place(String owner, ModelPlatform platform, String endpoint) {
        /// Readable in a log, but without the address.
        String id() {
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest((owner + "\n" + endpoint).getBytes(StandardCharsets.UTF_8));
                return platform.id() + "~" + HexFormat.of().formatHex(digest, 0, 5);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// @param policy  on the servers of members
    /// @param connect longest time to reach a server
    /// @param period  how often those in use are looked at
    public OwnServers(EndpointPolicy policy, Duration connect, Duration period, InstantSource clock) {
        this.policy = policy;
        this.connect = connect;
        this.period = period;
        this.clock = clock;
        this.operators = new Http(connect);
        this.servers = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(WATCHED)
                .ticker(() -> Math.multiplyExact(clock.millis(), 1_000_000L)).build();
    }

    /// Looks from now on every period at those in use.
    public void start() {
        thread = Thread.ofVirtual().name("own servers").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.sleep(period);
                    refresh();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed
            }
        });
    }

    /// Looks now at all that were used or looked at lately; returns when done, at the latest after some seconds.
    public void refresh() {
        Instant since = now().minus(WATCHED);
        List<OwnServer> inUse = servers.asMap().values().stream().filter(server -> server.isWantedSince(since))
                .limit(MOST_LOOKED_AT).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            inUse.forEach(server -> threads.execute(() -> server.look(LIMIT)));
        }
    }

    /// The server of a model. A key given anew is used from now on.
    ///
    /// @param rotated when its key was given; empty without one
    /// @param key     opens it
    OwnServer of(Owner owner, ModelDraft draft, Optional<Instant> rotated, Supplier<Optional<SecretText>> key) {
        String endpoint = Objects.requireNonNull(draft.endpoint(), "a built-in model has no server");
        var place = new Place(owner.key(), draft.platform(), endpoint);
        OwnServer server = servers.get(place, missing -> made(missing, owner));
        synchronized (server) {
            OwnServer.Line line = server.line();
            if (line.provider() == null || !Objects.equals(line.rotated(), rotated.orElse(null))) {
                server.use(line(owner, draft, endpoint, rotated, key));
            }
        }
        return server;
    }

    private OwnServer made(Place place, Owner owner) {
        boolean atHome = switch (judged(owner, place.endpoint())) {
            case EndpointPolicy.Verdict.Allowed(Endpoint endpoint) -> policy.isAtHome(endpoint);
            case EndpointPolicy.Verdict.Refused _ -> false;
        };
        var isLocal = atHome && !place.platform().isCloud();
        return new OwnServer(place.id(), place.platform().id(), isLocal,
                isLocal ? atelier.generation.turn.Place.of(place.endpoint()) : place.id(), this);
    }

    private EndpointPolicy.Verdict judged(Owner owner, String endpoint) {
        return switch (owner) {
            case Owner.Operator() -> new EndpointPolicy.Verdict.Allowed(EndpointPolicy.operator(endpoint));
            case Owner.Person _,Owner.Team _ -> policy.member(endpoint);
        };
    }

    private OwnServer.Line line(Owner owner, ModelDraft draft, String address, Optional<Instant> rotated,
            Supplier<Optional<SecretText>> key) {
        if (!(judged(owner, address) instanceof EndpointPolicy.Verdict.Allowed(Endpoint endpoint))) {
            return none(Failure.UNREACHABLE, "address not allowed");
        }
        String text = null;
        if (rotated.isPresent()) {
            try (SecretText opened = key.get().orElse(null)) {
                text = opened == null ? null : opened.value();
            } catch (VaultException e) {
                return none(Failure.UNAUTHORIZED, "its key cannot be opened");
            }
        }
        if (text == null && draft.platform().isCloud()) {
            return none(Failure.UNAUTHORIZED, "it has no key");
        }
        Http http = owner instanceof Owner.Operator ? operators : Http.guarded(endpoint, connect);
        Provider provider = Platforms.provider(draft.platform(), http, endpoint.url(), text);
        return new OwnServer.Line(provider, Trouble.lasting(Failure.NO_MODEL, ""), rotated.orElse(null));
    }

    private static OwnServer.Line none(Failure failure, String reason) {
        return new OwnServer.Line(null, Trouble.lasting(failure, reason), null);
    }

    /// Forgets the servers of an owner, whose models or keys have changed: from now on nothing new is sent there with what was known.
    /// What runs goes on.
    public void forget(Owner owner) {
        servers.asMap().forEach((place, server) -> {
            if (place.owner().equals(owner.key())) {
                server.use(none(Failure.NO_MODEL, "was removed or changed"));
                servers.invalidate(place);
            }
        });
    }

    Instant now() {
        return clock.instant();
    }

    Duration period() {
        return period;
    }

    Semaphore turns() {
        return turns;
    }

    /// Ends the looking; running answers of the operator's servers break off.
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        operators.close();
    }
}
