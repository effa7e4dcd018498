/// Decides what one new event leads to: words at once, a question, a job, or a refusal. Start at
/// [atelier.engine.intake.Intake]. It runs inside the transaction that stores the event, so it must wait for nothing.
@NullMarked
package atelier.engine.intake;

import org.jspecify.annotations.NullMarked;
