package atelier.store;

import atelier.secret.DataKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Wrapped data keys in the database. On PostgreSQL, where several may write at once, row and table locks keep the promises
/// that SQLite's single writer keeps by itself.
public final class JdbiDataKeys implements DataKeys {
    private final Database database;

    public JdbiDataKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Wrapped> newest(String owner) {
        var lock = database.isSqlite() ? "" : " for key share";
        return database.write(handle -> handle
                .createQuery("select * from data_key where owner = :owner order by version desc limit 1" + lock)
                .bind("owner", owner).map((row, _) -> wrapped(row)).findOne());
    }

    @Override
    public Optional<Wrapped> find(String owner, int version) {
        return database.read(handle -> handle
                .createQuery("select * from data_key where owner = :owner and version = :version").bind("owner", owner)
                .bind("version", version).map((row, _) -> wrapped(row)).findOne());
    }

    @Override
    public List<Wrapped> of(String owner) {
        return database.read(handle -> handle
                .createQuery("select * from data_key where owner = :owner order by version").bind("owner", owner)
                .map((row, _) -> wrapped(row)).list());
    }

    @Override
    public List<Wrapped> all() {
        return database.read(handle -> handle.createQuery("select * from data_key order by owner, version")
                .map((row, _) -> wrapped(row)).list());
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(row.getString("owner"), row.getInt("version"), row.getString("master"),
                row.getString("wrapped"));
    }

    @Override
    public void add(Wrapped key) {
        database.write(handle -> handle.createUpdate("""
                insert into data_key (owner, version, master, wrapped) values (:owner, :version, :master, :wrapped)""")
                .bind("owner", key.owner()).bind("version", key.version()).bind("master", key.master())
                .bind("wrapped", key.text()).execute());
    }

    @Override
    public void rewrap(Wrapped before, Wrapped after) {
        database.write(handle -> handle.createUpdate("""
                update data_key set master = :master, wrapped = :wrapped
                where owner = :owner and version = :version and master = :before""")
                .bind("master", after.master()).bind("wrapped", after.text()).bind("owner", before.owner())
                .bind("version", before.version()).bind("before", before.master()).execute());
    }

    @Override
    public boolean remove(String owner, int version) {
        var lock = database.isSqlite() ? "" : " for update";
        return database.write(handle -> {
            handle.createQuery("select version from data_key where owner = :owner and version = :version" + lock)
                    .bind("owner", owner).bind("version", version).mapTo(Integer.class).findOne();
            // A statement of its own, so that it sees what those we waited for have stored.
            handle.createUpdate("""
                    delete from data_key where owner = :owner and version = :version
                    and not exists (select 1 from provider_key where owner = :owner and data_key = :version)""")
                    .bind("owner", owner).bind("version", version).execute();
            return find(owner, version).isEmpty();
        });
    }

    @Override
    public void alone(Runnable work) {
        database.write(handle -> {
            if (!database.isSqlite()) {
                handle.execute("lock table data_key in exclusive mode");
            }
            work.run();
            return true;
        });
    }
}
