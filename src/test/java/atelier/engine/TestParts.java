package atelier.engine;

import atelier.account.Accounts;
import atelier.engine.port.Registry;
import atelier.generation.Health;
import atelier.generation.Model;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.setup.ConnectionCheck;
import atelier.generation.setup.OwnModels;
import atelier.generation.setup.OwnServers;
import atelier.quota.budget.BudgetAlerts;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.Budgets;
import atelier.secret.Vault;
import atelier.store.Database;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiChoices;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiOwnLimits;
import atelier.store.JdbiProviderKeys;
import atelier.store.JdbiRegisteredModels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The larger parts of an engine on a database, made for tests.
final class TestParts {
    private TestParts() {}

    /// @param approved origins that members' models may be at
    static Registry registry(Database database, Path folder, Supplier<List<Model>> configured, Set<String> approved,
            InstantSource clock) {
        var registered = new JdbiRegisteredModels(database, clock);
        var keys = new JdbiProviderKeys(database, new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)),
                clock);
        var choices = new JdbiChoices(database);
        var policy = new EndpointPolicy(Set.of(), approved);
        var servers = new OwnServers(policy, Duration.ofSeconds(2), Health.PERIOD, clock);
        return new Registry(configured, registered, new OwnModels(registered, keys, choices, servers), choices, keys,
                new ConnectionCheck(policy), Map.of(ModelPlatform.OLLAMA, "http://localhost:11434"));
    }

    static Budgets budgets(Database database, Accounts accounts, BudgetLimits service, BudgetAlerts alerts,
            InstantSource clock) {
        return new Budgets(
                new BudgetPlan(service, BudgetLimits.NONE, Map.of(), ZoneOffset.UTC, Duration.ofHours(1)), accounts,
                new JdbiBudgetBook(database, clock), new JdbiOwnLimits(database), alerts, clock);
    }
}
