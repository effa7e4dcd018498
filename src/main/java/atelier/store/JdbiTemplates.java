package atelier.store;

import atelier.conversation.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Templates in the database.
public final class JdbiTemplates implements Templates {
    private final Database database;
    private final InstantSource clock;

    public JdbiTemplates(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void save(long account, Template template) {
        database.write(handle -> handle.createUpdate("""
                insert into template (account_id, name, words, saved_at) values (:account, :name, :words, :now)
                on conflict (account_id, name) do update set words = excluded.words, saved_at = excluded.saved_at""")
                .bind("account", account).bind("name", template.name()).bind("words", template.words())
                .bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public Optional<Template> find(long account, String name) {
        return database.read(handle -> handle
                .createQuery("select name, words from template where account_id = :account and name = :name")
                .bind("account", account).bind("name", name).map((row, _) -> template(row)).findOne());
    }

    @Override
    public List<Template> list(long account) {
        return database.read(handle -> handle
                .createQuery("select name, words from template where account_id = :account order by name")
                .bind("account", account).map((row, _) -> template(row)).list());
    }

    @Override
    public boolean remove(long account, String name) {
        return database.write(handle -> handle
                .createUpdate("delete from template where account_id = :account and name = :name")
                .bind("account", account).bind("name", name).execute() == 1);
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(row.getString("name"), row.getString("words"));
    }
}
