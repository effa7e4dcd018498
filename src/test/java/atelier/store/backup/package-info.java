/// Tests of backups the service makes by itself.
@NullMarked
package atelier.store.backup;

import org.jspecify.annotations.NullMarked;
