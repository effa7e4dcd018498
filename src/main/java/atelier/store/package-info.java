/// Every SQL string of Atelier. Start at [Database]; each `Jdbi…` class implements one port of the packages above it, on
/// SQLite and PostgreSQL alike.
@NullMarked
package atelier.store;

import org.jspecify.annotations.NullMarked;
