package atelier.store;

import atelier.engine.port.Job;
import atelier.engine.port.MadeFiles;
import java.util.List;

/// The list of made files in the database; their bytes are elsewhere.
public final class JdbiMadeFiles implements MadeFiles {
    private final Database database;

    public JdbiMadeFiles(Database database) {
        this.database = database;
    }

    @Override
    public void add(Job job, List<MadeFile> files) {
        if (files.isEmpty()) {
            return;
        }
        database.write(handle -> {
            var batch = handle.prepareBatch("""
                    insert into made_file (job_id, account_id, path, media_type, bytes, sha256)
                    values (:job, :account, :path, :mediaType, :bytes, :sha256)""");
            files.forEach(file -> batch.bind("job", job.id()).bind("account", job.account()).bind("path", file.path())
                    .bind("mediaType", file.mediaType()).bind("bytes", file.bytes()).bind("sha256", file.sha256())
                    .add());
            return batch.execute();
        });
    }

    @Override
    public List<MadeFile> of(long account, String job) {
        return database.read(handle -> handle
                .createQuery("select * from made_file where job_id = :job and account_id = :account order by id")
                .bind("job", job).bind("account", account).map((row, _) -> new MadeFile(row.getString("path"),
                        row.getString("media_type"), row.getLong("bytes"), row.getString("sha256")))
                .list());
    }
}
