/// What each model call used and cost, one [Usage] a call; [UsageLog] is the port.
@NullMarked
package atelier.usage;

import org.jspecify.annotations.NullMarked;
