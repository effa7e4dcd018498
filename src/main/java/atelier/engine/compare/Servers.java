package atelier.engine.compare;

import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.generation.OwnModel;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The servers behind the models of one comparison. A server at home has one model at work at a time, whoever registered it and under
/// however many names: it may hold only one in memory.
final class Servers {
    private static final Set<String> HERE = Set.of("127.0.0.1", "[::1]", "::1", "0.0.0.0");

    private final UnaryOperator<String> places;
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    /// @param places names the server of a model; two models of one server at home have the same, a model in a cloud has one of its own
    Servers(UnaryOperator<String> places) {
        this.places = places;
    }

    /// @param own as the terms of the work name them
    static Servers of(Parts parts, Job job, List<OwnModel> own) {
        return new Servers(model -> own.stream().filter(it -> it.name().equalsIgnoreCase(model)).findFirst()
                .map(it -> own(parts.registry(), job, it)).orElseGet(() -> configured(parts.registry(), model)));
    }

    /// Names the server of a model.
    String of(String model) {
        return places.apply(model);
    }

    private static String own(Registry registry, Job job, OwnModel model) {
        if (!model.provider().isLocal()) {
            return "own " + model.name();
        }
        var owner = registry.own().owner(model.whose(), job.account(), job.address().chat().key());
        return registry.registered().find(owner, model.name()).flatMap(it -> Optional.ofNullable(it.draft().endpoint()))
                .map(Servers::place).orElse(model.provider().id());
    }

    private static String configured(Registry registry, String id) {
        var provider = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        var isCloud = registry.configured().get().stream()
                .anyMatch(model -> model.provider().equals(provider) && !model.local());
        return isCloud
                ? id
                : ModelPlatform.named(provider).map(registry.usual()::get).map(usual -> place(usual.endpoint()))
                        .orElse(provider);
    }

    private static String place(String endpoint) {
        var origin = Origin.of(endpoint);
        return (HERE.contains(origin.host()) ? "localhost" : origin.host()) + ":" + origin.port();
    }

    /// Has a model work when nobody else works on its server.
    <T> T inTurn(String model, Supplier<T> work) {
        var turn = turns.computeIfAbsent(of(model), _ -> new ReentrantLock(true));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
