package atelier.store;

import atelier.engine.port.ArtifactStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Files by content in the database, where every node finds them; those used here lie on this node's disk as well.
/// [FileSweep] removes both.
public final class SharedArtifacts implements ArtifactStore {
    private final Database database;
    private final DiskArtifacts disk;
    private final InstantSource clock;

    public SharedArtifacts(Database database, DiskArtifacts disk, InstantSource clock) {
        this.database = database;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public String put(byte[] content) {
        var hash = disk.put(content);
        database.write(handle -> handle.createUpdate("""
                insert into artifact (sha256, content, stored_at) values (:hash, :content, :now)
                on conflict (sha256) do update set stored_at = :now""").bind("hash", hash).bind("content", content)
                .bind("now", clock.instant().toEpochMilli()).execute());
        return hash;
    }

    @Override
    public Path path(String sha256) {
        var path = disk.path(sha256);
        if (!Files.exists(path)) {
            database.read(handle -> handle.createQuery("select content from artifact where sha256 = :hash")
                    .bind("hash", sha256).mapTo(byte[].class).findOne()).ifPresent(disk::put);
        }
        return path;
    }
}
