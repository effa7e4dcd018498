package atelier.store;

import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProposedKeys;
import atelier.generation.registry.ProviderKey;
import atelier.secret.SecretText;
import java.util.List;
import java.util.Optional;

/// Keys on trial lie in the same table as those in use, under a name no provider has; so data keys are renewed for both.
public final class JdbiProposedKeys implements ProposedKeys {
    private static final String MARK = " (proposed)";

    private final Database database;
    private final JdbiProviderKeys keys;

    public JdbiProposedKeys(Database database, JdbiProviderKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    static boolean isOnTrial(ProviderKey key) {
        return key.provider().endsWith(MARK);
    }

    @Override
    public ProviderKey propose(Owner owner, String provider, Origin origin, SecretText key) {
        return shown(keys.keep(owner, provider + MARK, origin, key));
    }

    @Override
    public List<ProviderKey> of(Owner owner) {
        return keys.all(owner).stream().filter(JdbiProposedKeys::isOnTrial).map(JdbiProposedKeys::shown).toList();
    }

    private static ProviderKey shown(ProviderKey key) {
        return new ProviderKey(key.owner(), key.provider().replace(MARK, ""), key.origin(), key.lastFour(),
                key.created(), key.rotated());
    }

    @Override
    public Optional<SecretText> open(Owner owner, String provider, Origin origin) {
        return keys.use(owner, provider + MARK, origin);
    }

    @Override
    public boolean drop(Owner owner, String provider, Origin origin) {
        return keys.remove(owner, provider + MARK, origin);
    }

    @Override
    public boolean drop(Owner owner, String provider, Origin origin, SecretText tried) {
        return database.write(handle -> {
            keys.hold(owner);
            try (var now = open(owner, provider, origin).orElse(null)) {
                return now != null && now.value().equals(tried.value()) && drop(owner, provider, origin);
            }
        });
    }
}
