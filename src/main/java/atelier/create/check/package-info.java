/// Checks with evidence on files drawn from a model's answer. Reads and parses, never runs anything. Start at
/// [ProjectChecks]. Knows no models.
@NullMarked
package atelier.create.check;

import org.jspecify.annotations.NullMarked;
