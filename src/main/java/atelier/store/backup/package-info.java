/// Backups of what Atelier keeps, and their way back. Start at [atelier.store.backup.Backup] and
/// [atelier.store.backup.Restore]; [atelier.store.backup.ScheduledBackups] makes them by itself. It must not know what the
/// tables mean.
@NullMarked
package atelier.store.backup;

import org.jspecify.annotations.NullMarked;
