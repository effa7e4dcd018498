package atelier.generation;

import atelier.usage.Cost;

/// Told of every call of a model, whatever came of it. What it throws is logged and otherwise ignored. Thread-safe.
@FunctionalInterface
public interface CallListener {
    /// Does not listen.
    CallListener NONE = (cause, model, outcome, cost) -> {};

    /// Called once when a call has ended, on the thread that made it: every try, and the one that answered, but not those that were
    /// passed over without being asked. Must not wait for long.
    ///
    /// @param model who was asked; [Outcome.Done#model()] is who answered
    /// @param cost  what it cost, whoever paid; estimated where it broke off
    void ended(Terms.Cause cause, Model model, Outcome outcome, Cost cost);
}
