/// Money that cloud models cost, and limits on it that cannot be overrun: for a person, a team and the whole service, a day and a
/// month. Start at [Budgets]: it holds back the most a call can cost in every budget it touches or in none, and books what it did
/// cost. Knows neither models nor SQL: [BudgetBook] and [OwnLimits] are the ports.
@NullMarked
package atelier.quota.budget;

import org.jspecify.annotations.NullMarked;
