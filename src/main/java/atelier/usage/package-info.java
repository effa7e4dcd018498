/// What models were used for, how they did and what it cost: [UsageLog] keeps what people are charged, a [Usage] for each piece of
/// work; [Calls] keeps every try at a model, and [CallRecorder] writes them. Knows neither models nor SQL.
@NullMarked
package atelier.usage;

import org.jspecify.annotations.NullMarked;
