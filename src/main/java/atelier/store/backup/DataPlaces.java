package atelier.store.backup;

import atelier.store.DatabaseAddress;
import java.nio.file.Path;

/// Where everything is that Atelier keeps.
///
/// @param folder  the data folder
/// @param keyFile the vault's master key, in the folder or elsewhere; need not exist
public record DataPlaces(Path folder, DatabaseAddress database, Path keyFile) {
    /// What people made, by content.
    public Path files() {
        return folder.resolve("files");
    }

    /// Where the service puts backups it makes by itself, and notes when the last one was made, by whomever.
    public Path backups() {
        return folder.resolve("backups");
    }
}
