/// Answers that need no work and cost nothing: help, quota, history, models. Start at [atelier.engine.answer.QuickAnswers]. It
/// must not know of jobs, and waits for nothing.
@NullMarked
package atelier.engine.answer;

import org.jspecify.annotations.NullMarked;
