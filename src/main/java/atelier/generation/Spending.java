package atelier.generation;

import atelier.language.Sentence;

/// Whoever pays for answers of cloud models: asked before each, told after it. Thread-safe; exact under parallel calls.
public interface Spending {
    /// Pays whatever it costs.
    Spending UNLIMITED = new Spending() {
        @Override
        public Hold hold(Terms.Cause cause, double mostUsd) {
            return new Hold.Granted("");
        }

        @Override
        public void settle(String id, double usd) {
            // Nobody counts.
        }
    };

    /// Holds back the most that one call can cost.
    Hold hold(Terms.Cause cause, double mostUsd);

    /// Says what a granted call did cost; 0 when nothing came of it. Only the first time counts.
    void settle(String id, double usd);

    /// Whether a call may be made.
    sealed interface Hold {
        /// @param id names it to [#settle]
        record Granted(String id) implements Hold {}

        /// @param why short words such as `the month's budget of $5 is used up`
        record Refused(Sentence why) implements Hold {}
    }
}
