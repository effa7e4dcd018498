/// What a message asks for. Text in, [Intent] out: pure, under a millisecond, no model and no database. Start at [Intent].
@NullMarked
package atelier.intent;

import org.jspecify.annotations.NullMarked;
