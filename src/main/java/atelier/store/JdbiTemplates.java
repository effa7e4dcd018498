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

    @Override
    public boolean share(String place, long account, Template template) {
        return database.write(handle -> handle.createUpdate("""
                insert into shared_template (owner, name, words, account_id, saved_at)
                values (:owner, :name, :words, :account, :now)
                on conflict (owner, name) do update set words = excluded.words, saved_at = excluded.saved_at
                where shared_template.account_id = excluded.account_id""")
                .bind("owner", place).bind("name", template.name()).bind("words", template.words())
                .bind("account", account).bind("now", clock.instant().toEpochMilli()).execute() == 1);
    }

    @Override
    public List<Template> shared(String place) {
        return database.read(handle -> handle
                .createQuery("select name, words from shared_template where owner = :owner order by name")
                .bind("owner", place).map((row, _) -> template(row)).list());
    }

    @Override
    public boolean unshare(String place, long account, String name, boolean anybodys) {
        return database.write(handle -> handle.createUpdate("""
                delete from shared_template
                where owner = :owner and name = :name and (account_id = :account or :anybodys = 1)""")
                .bind("owner", place).bind("account", account).bind("name", name).bind("anybodys", anybodys ? 1 : 0)
                .execute() == 1);
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(row.getString("name"), row.getString("words"));
    }
}
