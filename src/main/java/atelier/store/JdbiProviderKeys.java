package atelier.store;

import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKey;
import atelier.generation.registry.ProviderKeys;
import atelier.secret.Context;
import atelier.secret.Sealed;
import atelier.secret.SealedValues;
import atelier.secret.SecretText;
import atelier.secret.Vault;
import atelier.secret.VaultException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Provider keys in the database, sealed by the [Vault].
public final class JdbiProviderKeys implements ProviderKeys, SealedValues {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Vault vault;
    private final InstantSource clock;

    public JdbiProviderKeys(Database database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public ProviderKey keep(Owner owner, String provider, Origin origin, SecretText key) {
        return database.write(handle -> {
            var version = stored(owner, provider, origin).map(before -> before.context().version() + 1).orElse(1);
            var context = new Context(owner.key(), provider, origin.toString(), freshId(), version);
            var sealed = vault.seal(context, key);
            return handle.createQuery("""
                    insert into provider_key (id, owner, provider, origin, version, data_key, sealed, last_four,
                                              created_at, rotated_at)
                    values (:id, :owner, :provider, :origin, :version, :data_key, :sealed, :last_four, :now, :now)
                    on conflict (owner, provider, origin) do update set id = excluded.id, version = excluded.version,
                        data_key = excluded.data_key, sealed = excluded.sealed, last_four = excluded.last_four,
                        rotated_at = excluded.rotated_at
                    returning *""")
                    .bind("id", context.keyId()).bind("owner", context.owner()).bind("provider", provider)
                    .bind("origin", context.origin()).bind("version", version).bind("data_key", sealed.dataKey())
                    .bind("sealed", sealed.text()).bind("last_four", key.lastFour())
                    .bind("now", clock.instant().toEpochMilli()).map((row, _) -> shown(row)).one();
        });
    }

    private static String freshId() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public List<ProviderKey> of(Owner owner) {
        return all(owner).stream().filter(key -> !JdbiProposedKeys.isOnTrial(key)).toList();
    }

    /// Those on trial among them.
    List<ProviderKey> all(Owner owner) {
        return database.read(handle -> handle
                .createQuery("select * from provider_key where owner = :owner order by provider, origin")
                .bind("owner", owner.key()).map((row, _) -> shown(row)).list());
    }

    private static ProviderKey shown(ResultSet row) throws SQLException {
        return new ProviderKey(Owner.of(row.getString("owner")), row.getString("provider"),
                Origin.of(row.getString("origin")), row.getString("last_four"),
                Instant.ofEpochMilli(row.getLong("created_at")), Instant.ofEpochMilli(row.getLong("rotated_at")));
    }

    /// A row that was sealed anew while it was being opened is read again.
    @Override
    public Optional<SecretText> use(Owner owner, String provider, Origin origin) {
        var stored = stored(owner, provider, origin);
        while (stored.isPresent()) {
            try {
                return Optional.of(vault.open(stored.get().context(), stored.get().sealed()));
            } catch (VaultException failure) {
                var again = stored(owner, provider, origin);
                if (again.equals(stored)) {
                    throw failure;
                }
                stored = again;
            }
        }
        return Optional.empty();
    }

    private Optional<Value> stored(Owner owner, String provider, Origin origin) {
        return database.read(handle -> handle.createQuery("""
                select * from provider_key where owner = :owner and provider = :provider and origin = :origin""")
                .bind("owner", owner.key()).bind("provider", provider).bind("origin", origin.toString())
                .map((row, _) -> value(row)).findOne());
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                new Context(row.getString("owner"), row.getString("provider"), row.getString("origin"),
                        row.getString("id"), row.getInt("version")),
                new Sealed(row.getInt("data_key"), row.getString("sealed")));
    }

    /// With an owner's last key their data keys go too; so a vault whose key file is lost can begin anew once it is empty.
    @Override
    public boolean remove(Owner owner, String provider, Origin origin) {
        return database.write(handle -> {
            hold(owner);
            var removed = handle.createUpdate("""
                    delete from provider_key where owner = :owner and provider = :provider and origin = :origin""")
                    .bind("owner", owner.key()).bind("provider", provider).bind("origin", origin.toString()).execute();
            handle.createUpdate("""
                    delete from data_key where owner = :owner
                    and not exists (select 1 from provider_key where owner = :owner)""")
                    .bind("owner", owner.key()).execute();
            return removed > 0;
        });
    }

    /// Until the current transaction ends, nobody else changes this owner's keys.
    void hold(Owner owner) {
        var lock = database.isSqlite() ? "" : " for update";
        database.write(handle -> handle.createQuery("select version from data_key where owner = :owner" + lock)
                .bind("owner", owner.key()).mapTo(Integer.class).list());
    }

    @Override
    public List<Value> sealedWith(String owner, int dataKey) {
        return database.read(handle -> handle
                .createQuery("select * from provider_key where owner = :owner and data_key = :data_key")
                .bind("owner", owner).bind("data_key", dataKey).map((row, _) -> value(row)).list());
    }

    @Override
    public void replace(Value before, Sealed after) {
        database.write(handle -> handle.createUpdate("""
                update provider_key set data_key = :data_key, sealed = :sealed
                where id = :id and owner = :owner and sealed = :before""")
                .bind("data_key", after.dataKey()).bind("sealed", after.text()).bind("id", before.context().keyId())
                .bind("owner", before.context().owner()).bind("before", before.sealed().text()).execute());
    }
}
