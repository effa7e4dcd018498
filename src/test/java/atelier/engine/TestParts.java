package atelier.engine;

import atelier.account.Accounts;
import atelier.account.Offers;
import atelier.account.Tiers;
import atelier.engine.play.PlayLinks;
import atelier.engine.port.People;
import atelier.engine.port.PersonalData;
import atelier.engine.port.Records;
import atelier.engine.port.Registry;
import atelier.engine.port.Registry.Usual;
import atelier.engine.port.Retention;
import atelier.engine.port.StarShop;
import atelier.generation.Health;
import atelier.generation.Model;
import atelier.generation.Router;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.setup.ConnectionCheck;
import atelier.generation.setup.OwnModels;
import atelier.generation.setup.OwnServers;
import atelier.quota.budget.BudgetAlerts;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.Budgets;
import atelier.secret.SecretMask;
import atelier.store.Database;
import atelier.store.DiskArtifacts;
import atelier.store.FileSweep;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiCalls;
import atelier.store.JdbiChoices;
import atelier.store.JdbiCommunity;
import atelier.store.JdbiGrants;
import atelier.store.JdbiLinks;
import atelier.store.JdbiOrders;
import atelier.store.JdbiOwnLimits;
import atelier.store.JdbiPersonalData;
import atelier.store.JdbiProviderKeys;
import atelier.store.JdbiRatedAnswers;
import atelier.store.JdbiRegisteredModels;
import atelier.store.JdbiSharedKey;
import atelier.usage.ModelStatistics;
import atelier.usage.TrainingPackets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The larger parts of an engine on a database, made for tests.
final class TestParts {
    private TestParts() {}

    /// @param approved origins that members' models may be at
    static Registry registry(Router router, Database database, ProviderKeys keys, Supplier<List<Model>> configured,
            Set<String> approved, Map<ModelPlatform, Usual> usual,
            InstantSource clock) {
        var registered = new JdbiRegisteredModels(database, clock);
        var choices = new JdbiChoices(database);
        var policy = new EndpointPolicy(Set.of(), approved);
        var servers = new OwnServers(policy, Duration.ofSeconds(2), Health.PERIOD, clock);
        return new Registry(router, configured, registered, new OwnModels(registered, keys, choices, servers,
                JdbiCommunity.of(database, Set.of(), 60, clock).places()::team), choices,
                new ConnectionCheck(policy), usual);
    }

    static PersonalData personal(Database database, DiskArtifacts files, InstantSource clock) {
        return new JdbiPersonalData(database, new FileSweep(database, files, Duration.ofDays(1), clock),
                Retention.USUAL, ZoneOffset.UTC, clock);
    }

    /// As if it could be reached under a name of its own.
    static PlayLinks plays(Database database, InstantSource clock) {
        return new PlayLinks(new JdbiSharedKey(database).of("play links"), URI.create("https://bot.example.org"),
                clock);
    }

    static Records records(Database database, InstantSource clock) {
        var calls = new JdbiCalls(database);
        var rated = new JdbiRatedAnswers(database, clock);
        return new Records(new ModelStatistics(calls, clock), rated,
                new TrainingPackets(rated, SecretMask::mask, clock), calls, call -> calls.add(List.of(call)),
                calls::spent, () -> {});
    }

    static People people(Database database, Tiers tiers, Offers offers, StarShop shop, JdbiProviderKeys keys,
            InstantSource clock) {
        return new People(tiers, offers, new JdbiGrants(database, tiers, offers, clock),
                new JdbiOrders(database, clock),
                shop, new JdbiLinks(database, keys, clock, ZoneOffset.UTC), _ -> false, ZoneOffset.UTC);
    }

    static Budgets budgets(Database database, Accounts accounts, Set<String> tiers, BudgetLimits service,
            BudgetAlerts alerts,
            InstantSource clock) {
        return new Budgets(
                new BudgetPlan(service, BudgetLimits.NONE,
                        tiers.stream().collect(Collectors.toMap(it -> it, _ -> BudgetLimits.NONE)), ZoneOffset.UTC,
                        Duration.ofHours(1)),
                accounts,
                new JdbiBudgetBook(database, "node-1", clock), new JdbiOwnLimits(database), alerts, clock);
    }
}
