/// Works on jobs: lays the bench, makes the thing, settles result, charge and reply together. Start at
/// [atelier.engine.job.JobRunner]. It must not know how a message was understood.
@NullMarked
package atelier.engine.job;

import org.jspecify.annotations.NullMarked;
