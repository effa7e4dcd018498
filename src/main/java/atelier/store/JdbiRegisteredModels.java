package atelier.store;

import atelier.chat.UserFacingException;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.Owner;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.language.Sentence;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Registered models in the database.
public final class JdbiRegisteredModels implements RegisteredModels {
    private final Database database;
    private final InstantSource clock;

    public JdbiRegisteredModels(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public RegisteredModel add(Owner owner, ModelDraft draft) {
        return database.write(handle -> {
            var owned = handle.createQuery("select count(*) from registered_model where owner = :owner")
                    .bind("owner", owner.key()).mapTo(Integer.class).one();
            if (owned >= MOST) {
                throw new UserFacingException(Sentence.of("model.draft.full", "most", MOST));
            }
            var insert = handle.createUpdate("""
                    insert into registered_model (owner, name, name_key, platform, endpoint, model, temperature, top_p,
                        max_tokens, frequency_penalty, fallbacks, is_favourite, created_at, sessions)
                    values (:owner, :name, :name_key, :platform, :endpoint, :model, :temperature, :top_p, :max_tokens,
                        :frequency_penalty, :fallbacks, 0, :now, 0)
                    on conflict (owner, name_key) do nothing""").bind("now", clock.instant().toEpochMilli());
            if (bind(insert, owner, draft).execute() == 0) {
                throw taken(draft.name());
            }
            return find(owner, draft.name()).orElseThrow();
        });
    }

    private static UserFacingException taken(String name) {
        return new UserFacingException(Sentence.of("model.draft.taken", "name", name));
    }

    private static Update bind(Update update, Owner owner, ModelDraft draft) {
        var parameters = draft.parameters();
        return update.bind("owner", owner.key()).bind("name", draft.name())
                .bind("name_key", ModelDraft.nameKey(draft.name())).bind("platform", draft.platform().id())
                .bind("endpoint", draft.endpoint()).bind("model", draft.model())
                .bind("temperature", parameters.temperature()).bind("top_p", parameters.topP())
                .bind("max_tokens", parameters.maxTokens()).bind("frequency_penalty", parameters.frequencyPenalty())
                .bind("fallbacks", Json.write(draft.fallbacks()));
    }

    @Override
    public Optional<RegisteredModel> find(Owner owner, String name) {
        return database.read(handle -> handle
                .createQuery("select * from registered_model where owner = :owner and name_key = :name")
                .bind("owner", owner.key()).bind("name", ModelDraft.nameKey(name))
                .map((row, _) -> ModelRow.model(row)).findOne());
    }

    @Override
    public List<RegisteredModel> of(Set<Owner> owners) {
        return database.read(handle -> handle.createQuery("""
                select * from registered_model where owner in (<owners>)
                order by is_favourite desc, coalesce(last_used_at, 0) desc, name_key""")
                .bindList("owners", owners.stream().map(Owner::key).toList()).map((row, _) -> ModelRow.model(row))
                .list());
    }

    @Override
    public Optional<RegisteredModel> change(Owner owner, String name, ModelDraft draft) {
        return database.write(handle -> {
            var old = ModelDraft.nameKey(name);
            var key = ModelDraft.nameKey(draft.name());
            if (find(owner, name).isEmpty()) {
                return Optional.empty();
            }
            if (!key.equals(old) && find(owner, draft.name()).isPresent()) {
                throw taken(draft.name());
            }
            bind(handle.createUpdate("""
                    update registered_model set name = :name, name_key = :name_key, platform = :platform,
                        endpoint = :endpoint, model = :model, temperature = :temperature, top_p = :top_p,
                        max_tokens = :max_tokens, frequency_penalty = :frequency_penalty, fallbacks = :fallbacks
                    where owner = :owner and name_key = :old""").bind("old", old), owner, draft).execute();
            if (!key.equals(old)) {
                refer(handle, owner, old, Optional.of(draft.name()));
            }
            return find(owner, draft.name());
        });
    }

    /// Puts another name, or none, in the place of one among the fallbacks of all models of this owner.
    private void refer(Handle handle, Owner owner, String old, Optional<String> changed) {
        for (var model : of(owner)) {
            var before = model.draft().fallbacks();
            var after = before.stream()
                    .flatMap(name -> ModelDraft.nameKey(name).equals(old)
                            ? changed.stream()
                            : Optional.of(name).stream())
                    .filter(name -> !ModelDraft.nameKey(name).equals(ModelDraft.nameKey(model.name()))).distinct()
                    .toList();
            if (!after.equals(before)) {
                handle.createUpdate("""
                        update registered_model set fallbacks = :fallbacks where owner = :owner and name_key = :name""")
                        .bind("fallbacks", Json.write(after)).bind("owner", owner.key())
                        .bind("name", ModelDraft.nameKey(model.name())).execute();
            }
        }
    }

    @Override
    public boolean favour(Owner owner, String name, boolean favourite) {
        return database.write(handle -> handle.createUpdate("""
                update registered_model set is_favourite = :favourite where owner = :owner and name_key = :name""")
                .bind("favourite", favourite ? 1 : 0).bind("owner", owner.key())
                .bind("name", ModelDraft.nameKey(name)).execute()) == 1;
    }

    @Override
    public void used(Owner owner, String name, boolean newSession) {
        database.write(handle -> handle.createUpdate("""
                update registered_model set last_used_at = :now, sessions = sessions + :more
                where owner = :owner and name_key = :name""")
                .bind("now", clock.instant().toEpochMilli()).bind("more", newSession ? 1 : 0)
                .bind("owner", owner.key()).bind("name", ModelDraft.nameKey(name)).execute());
    }

    @Override
    public boolean remove(Owner owner, String name) {
        return database.write(handle -> {
            var old = ModelDraft.nameKey(name);
            var removed = handle
                    .createUpdate("delete from registered_model where owner = :owner and name_key = :name")
                    .bind("owner", owner.key()).bind("name", old).execute();
            refer(handle, owner, old, Optional.empty());
            return removed == 1;
        });
    }
}
