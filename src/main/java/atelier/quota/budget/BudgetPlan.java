package atelier.quota.budget;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/// What the operator allows.
///
/// @param service for everybody together
/// @param team    for each team
/// @param persons for each person, by the name of their tier; every tier is in it
/// @param zone    in whose midnight days and months turn
/// @param lease   after which money held back for a call counts as forgotten; longer than any call takes
public record BudgetPlan(BudgetLimits service, BudgetLimits team, Map<String, BudgetLimits> persons, ZoneId zone,
        Duration lease) {
    public BudgetPlan {
        persons = Map.copyOf(persons);
    }

    BudgetLimits person(String tier) {
        var limits = persons.get(tier);
        if (limits == null) {
            throw new IllegalStateException("nobody said what the tier '" + tier + "' may spend");
        }
        return limits;
    }
}
