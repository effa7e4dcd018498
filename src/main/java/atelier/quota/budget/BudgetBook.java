package atelier.quota.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps what is held back and what was spent. Each method is atomic and takes part in the transaction it is called in.
public interface BudgetBook {
    /// Holds back `hold.most()` in each of [Hold#purses()], or in none of them.
    ///
    /// @param limits what spent and held money together may not exceed; a purse that is missing has no limit
    /// @return the first purse that lacks the money; empty when it is held
    Optional<Purse> hold(Hold hold, Map<Purse, Dollars> limits);

    /// Books what a hold did cost, be it more than was held back, and frees the rest. A hold that was released is booked too.
    ///
    /// @return the purses afterwards; empty when nobody knows the hold or when it was settled before
    Optional<Settled> settle(String id, Dollars cost);

    /// Frees a hold that was not settled.
    ///
    /// @return whether there was one
    boolean release(String id);

    /// Holds taken before that instant and neither settled nor released.
    List<String> open(Instant takenBefore);

    /// Holds that were taken by nodes no longer alive and neither settled nor released.
    List<String> orphaned();

    Balance balance(Purse purse);

    /// Remembers that `percent` of `limit` was announced.
    ///
    /// @return false when as much of that limit had been announced before
    boolean mark(Purse purse, Dollars limit, int percent);

    /// Removes holds that were taken before that instant and have ended, and purses in which none can be that is left.
    void forget(Instant takenBefore);

    /// Does it all in one transaction.
    <T> T together(Supplier<T> work);

    /// Money held back for one call.
    ///
    /// @param day on which it was; the cost is booked to that day and its month, whenever it becomes known
    record Hold(String id, Expense expense, LocalDate day, Dollars most) {
        /// Always in the same order.
        public List<Purse> purses() {
            return Purse.of(expense, day);
        }
    }

    record Balance(Purse purse, Dollars spent, Dollars held) {}

    /// @param balances of all its purses
    record Settled(Hold hold, List<Balance> balances) {}
}
