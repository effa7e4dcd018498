/// What earlier answers teach about who serves a kind of task best. Start at [LearnedRanking]; [CallRecords] is what it learns from.
/// It must know neither servers nor SQL.
@NullMarked
package atelier.generation.learning;

import org.jspecify.annotations.NullMarked;
