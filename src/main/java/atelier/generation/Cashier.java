package atelier.generation;

import atelier.language.Sentence;
import atelier.usage.Cost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes single calls: has each paid for before, settled after, and told of.
final class Cashier {
    private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);

    private final Costs costs;
    private final Spending spending;
    private final CallListener listener;

    Cashier(Costs costs, Oversight oversight) {
        this.costs = costs;
        this.spending = oversight.spending();
        this.listener = oversight.calls();
    }

    /// One call, or none when nobody pays for it.
    Outcome call(Route.Candidate candidate, Ask asked, Terms.Cause cause) {
        Prompt prompt = costs.bounded(candidate, asked.prompt());
        double most = costs.most(candidate, prompt);
        String hold = "";
        if (most > 0) {
            switch (spending.hold(cause, most)) {
                case Spending.Hold.Granted(String id) -> hold = id;
                case Spending.Hold.Refused(Sentence why) -> {
                    return new Outcome.Broken(Trouble.lasting(Failure.OVER_BUDGET, why), "");
                }
            }
        }
        var seen = new StringBuilder();
        Outcome outcome = new Outcome.Broken(Trouble.lasting(Failure.CANCELLED, "stopped"), "");
        try {
            outcome = candidate.provider().generate(listening(asked, prompt, seen));
            return outcome;
        } catch (RuntimeException e) { // of the reader of the text
            outcome = new Outcome.Broken(Trouble.lasting(Failure.CANCELLED, "stopped"), seen.toString());
            throw e;
        } finally {
            Cost spent = costs.cost(candidate, costs.spent(candidate, prompt, outcome, seen));
            if (most > 0) {
                String held = hold;
                quietly(candidate, () -> spending.settle(held, spent.usd()));
            }
            Outcome ended = outcome;
            quietly(candidate, () -> listener.ended(cause, candidate.model(), ended, spent));
        }
    }

    private static Ask listening(Ask asked, Prompt prompt, StringBuilder seen) {
        return new Ask(asked.model(), prompt, text -> {
            seen.append(text);
            asked.onText().accept(text);
        }, asked.cancellation(), asked.firstToken(), asked.idle(), asked.total());
    }

    /// An answer is not lost because the books are out of reach; what was held stays held.
    private static void quietly(Route.Candidate candidate, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException e) {
            LOG.warn("A call of {} was not noted", candidate.model().id(), e);
        }
    }
}
