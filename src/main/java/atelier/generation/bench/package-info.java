/// A few fixed tasks that show within a minute how good and how fast a model is. Start at [Bench]; the tasks and their checks are in
/// [BenchTasks]. It must not know how models are reached.
@NullMarked
package atelier.generation.bench;

import org.jspecify.annotations.NullMarked;
