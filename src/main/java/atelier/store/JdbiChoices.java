package atelier.store;

import atelier.generation.registry.Choices;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// Chosen models in the database.
public final class JdbiChoices implements Choices {
    private final Database database;

    public JdbiChoices(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Choice> active(long account, String chatKey) {
        return database.read(handle -> handle
                .createQuery(
                        """
                                select m.*, c.configured, c.is_strict from model_choice c left join registered_model m on m.id = c.model_id
                                where (c.account_id = :account or c.is_shared = 1) and c.chat_key = :chat
                                order by case when c.account_id = :account then 0 else 1 end limit 1""")
                .bind("account", account).bind("chat", chatKey)
                .map((row, _) -> choice(row)).findOne());
    }

    private static Choice choice(ResultSet row) throws SQLException {
        var configured = row.getString("configured");
        var strict = row.getInt("is_strict") == 1;
        return configured == null
                ? new Choice.Registered(ModelRow.model(row), strict)
                : new Choice.Configured(configured, strict);
    }

    @Override
    public boolean choose(long account, String chatKey, Owner owner, String name, boolean strict) {
        var another = owner instanceof Owner.Person(var whose) && whose != account;
        return !another && database.write(handle -> handle.createUpdate("""
                insert into model_choice (account_id, chat_key, model_id, is_strict)
                select :account, :chat, id, :strict from registered_model where owner = :owner and name_key = :name
                on conflict (account_id, chat_key) do update set model_id = excluded.model_id,
                    configured = null, is_shared = 0, is_strict = excluded.is_strict""")
                .bind("account", account).bind("chat", chatKey).bind("strict", strict ? 1 : 0)
                .bind("owner", owner.key()).bind("name", ModelDraft.nameKey(name)).execute()) == 1;
    }

    @Override
    public void chooseConfigured(long account, String chatKey, String id, boolean strict) {
        database.write(handle -> handle.createUpdate("""
                insert into model_choice (account_id, chat_key, configured, is_strict)
                values (:account, :chat, :id, :strict)
                on conflict (account_id, chat_key) do update set model_id = null, configured = excluded.configured,
                    is_shared = 0, is_strict = excluded.is_strict""")
                .bind("account", account).bind("chat", chatKey).bind("id", id).bind("strict", strict ? 1 : 0)
                .execute());
    }

    @Override
    public void share(long account, String chatKey) {
        database.write(handle -> {
            var mine = handle.createUpdate("""
                    update model_choice set is_shared = 1 where account_id = :account and chat_key = :chat
                    and (model_id is null
                        or model_id in (select id from registered_model where owner not like 'person:%'))""")
                    .bind("account", account).bind("chat", chatKey).execute();
            return mine == 0
                    ? 0
                    : handle.createUpdate("""
                            delete from model_choice where account_id <> :account and chat_key = :chat
                            and (model_id is null
                                or model_id in (select id from registered_model where owner not like 'person:%'))""")
                            .bind("account", account).bind("chat", chatKey).execute();
        });
    }

    @Override
    public void leave(long account, String chatKey) {
        database.write(handle -> handle
                .createUpdate("""
                        delete from model_choice where (account_id = :account or is_shared = 1) and chat_key = :chat""")
                .bind("account", account).bind("chat", chatKey).execute());
    }

    @Override
    public boolean localOnly(long account) {
        return database.read(handle -> handle
                .createQuery("select local_only from model_preference where account_id = :account")
                .bind("account", account).mapTo(Integer.class).findOne().orElse(0)) == 1;
    }

    @Override
    public void setLocalOnly(long account, boolean localOnly) {
        database.write(handle -> handle.createUpdate("""
                insert into model_preference (account_id, local_only) values (:account, :local)
                on conflict (account_id) do update set local_only = excluded.local_only""")
                .bind("account", account).bind("local", localOnly ? 1 : 0).execute());
    }

    @Override
    public boolean learnedRouting(long account) {
        return database.read(handle -> handle
                .createQuery("select learned_routing from model_preference where account_id = :account")
                .bind("account", account).mapTo(Integer.class).findOne().orElse(1)) == 1;
    }

    @Override
    public void setLearnedRouting(long account, boolean on) {
        database.write(handle -> handle.createUpdate("""
                insert into model_preference (account_id, local_only, learned_routing) values (:account, 0, :on)
                on conflict (account_id) do update set learned_routing = excluded.learned_routing""")
                .bind("account", account).bind("on", on ? 1 : 0).execute());
    }

    @Override
    public Set<Long> withoutLearnedRouting() {
        return Set.copyOf(database.read(handle -> handle
                .createQuery("select account_id from model_preference where learned_routing = 0").mapTo(Long.class)
                .list()));
    }
}
