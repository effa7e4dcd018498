package atelier.engine.admin;

import atelier.account.Accounts;
import atelier.account.Grants;
import atelier.account.Tiers;
import atelier.engine.community.Community;
import atelier.engine.port.Outbox;
import atelier.generation.Model;
import atelier.quota.budget.Budgets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the [AdminDesk] works with.
///
/// @param zone   in which days end
/// @param models those of the configured servers, as far as they are known; empty where no service runs
/// @param doors  which platforms are connected; empty where no service runs
public record Office(Community community, Accounts accounts, Grants grants, Tiers tiers, ZoneId zone, Budgets budgets,
        Outbox outbox,
        Supplier<List<Model>> models, Supplier<Map<String, Boolean>> doors, InstantSource clock) {}
