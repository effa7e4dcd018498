/// The same contract for SQLite and PostgreSQL: [atelier.store.StoreContract].
@NullMarked
package atelier.store;

import org.jspecify.annotations.NullMarked;
