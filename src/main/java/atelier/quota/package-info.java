/// How much a person may use: messages a day in a ledger that reserves, settles and releases ([Quota]), requests a minute ([Rates]), money ([atelier.quota.budget.Budgets]). Knows no SQL: [Ledger] is the port.
@NullMarked
package atelier.quota;

import org.jspecify.annotations.NullMarked;
