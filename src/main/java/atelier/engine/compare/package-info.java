/// Several models at the same work, side by side: who takes part, the live table, the verdict, the report. Start at
/// [atelier.engine.compare.Comparison]. It must not know how work is queued, charged or delivered.
@NullMarked
package atelier.engine.compare;

import org.jspecify.annotations.NullMarked;
