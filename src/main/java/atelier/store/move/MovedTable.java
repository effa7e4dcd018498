package atelier.store.move;

import java.time.Duration;

/// What became of one table.
///
/// @param rows     how many the source has
/// @param took     for copying and comparing
/// @param same     whether the target has the same rows, all of them compared
/// @param replaced texts with NUL characters, which PostgreSQL does not keep and for which U+FFFD stands now
public record MovedTable(String name, long rows, Duration took, boolean same, long replaced) {}
