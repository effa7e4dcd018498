package atelier.store;

import atelier.conversation.Personas;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Personas in the database.
public final class JdbiPersonas implements Personas {
    private final Database database;
    private final InstantSource clock;

    public JdbiPersonas(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void save(Owner owner, Persona persona) {
        database.write(handle -> handle.createUpdate("""
                insert into persona (owner, name, words, account_id, saved_at)
                values (:owner, :name, :words, :account, :now)
                on conflict (owner, name) do update set words = excluded.words, saved_at = excluded.saved_at""")
                .bind("owner", key(owner)).bind("name", persona.name()).bind("words", persona.words())
                .bind("account", account(owner)).bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public List<Persona> list(Owner owner) {
        return database.read(handle -> handle
                .createQuery("select name, words from persona where owner = :owner order by name")
                .bind("owner", key(owner))
                .map((row, _) -> new Persona(row.getString("name"), row.getString("words"))).list());
    }

    @Override
    public boolean remove(Owner owner, String name) {
        return database.write(handle -> {
            handle.createUpdate("delete from persona_choice where owner = :owner and name = :name")
                    .bind("owner", key(owner)).bind("name", name).execute();
            return handle.createUpdate("delete from persona where owner = :owner and name = :name")
                    .bind("owner", key(owner)).bind("name", name).execute() == 1;
        });
    }

    @Override
    public void choose(Owner owner, @Nullable String name) {
        database.write(handle -> name == null
                ? handle.createUpdate("delete from persona_choice where owner = :owner").bind("owner", key(owner))
                        .execute()
                : handle.createUpdate("""
                        insert into persona_choice (owner, name, account_id, chosen_at)
                        values (:owner, :name, :account, :now)
                        on conflict (owner) do update set name = excluded.name, chosen_at = excluded.chosen_at""")
                        .bind("owner", key(owner)).bind("name", name).bind("account", account(owner))
                        .bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public Optional<String> chosen(Owner owner) {
        return database.read(handle -> handle.createQuery("select name from persona_choice where owner = :owner")
                .bind("owner", key(owner)).mapTo(String.class).findOne());
    }

    private static String key(Owner owner) {
        return switch (owner) {
            case Owner.Person(var account) -> "person:" + account;
            case Owner.Channel(var chat) -> "chat:" + chat;
            case Owner.Team(var team) -> "team:" + team;
        };
    }

    private static @Nullable Long account(Owner owner) {
        return owner instanceof Owner.Person(var account) ? account : null;
    }
}
