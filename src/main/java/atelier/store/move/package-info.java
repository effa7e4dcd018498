/// Carries everything in one database over to another, SQLite or PostgreSQL, and compares both row by row. Start at
/// [atelier.store.move.StoreMove]. What tables there are it learns from the database, never from a list, so that a table
/// added tomorrow is moved too; it must not know what any of them means.
@NullMarked
package atelier.store.move;

import org.jspecify.annotations.NullMarked;
