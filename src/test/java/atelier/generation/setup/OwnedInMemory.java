package atelier.generation.setup;

import atelier.generation.registry.Choices;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKey;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.registry.RegisteredModels;
import atelier.secret.SecretText;
import atelier.secret.VaultException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the people of one test own and chose.
final class OwnedInMemory {
    final Models models = new Models();
    final Keys keys = new Keys();
    final Chosen choices = new Chosen();
    private final InstantSource clock;

    OwnedInMemory(InstantSource clock) {
        this.clock = clock;
    }

    final class Models implements RegisteredModels {
        private final List<RegisteredModel> all = new ArrayList<>();

        @Override
        public RegisteredModel add(Owner owner, ModelDraft draft) {
            all.add(new RegisteredModel(owner, draft, false, clock.instant(), null, 0));
            return all.getLast();
        }

        @Override
        public Optional<RegisteredModel> find(Owner owner, String name) {
            return of(owner).stream()
                    .filter(model -> ModelDraft.nameKey(model.name()).equals(ModelDraft.nameKey(name))).findFirst();
        }

        @Override
        public List<RegisteredModel> of(Set<Owner> owners) {
            return all.stream().filter(model -> owners.contains(model.owner()))
                    .sorted(Comparator.comparing(model -> !model.favourite())).toList();
        }

        @Override
        public Optional<RegisteredModel> change(Owner owner, String name, ModelDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean favour(Owner owner, String name, boolean favourite) {
            all.replaceAll(model -> model.owner().equals(owner) && model.name().equals(name)
                    ? new RegisteredModel(owner, model.draft(), favourite, model.created(), null, 0)
                    : model);
            return true;
        }

        @Override
        public void used(Owner owner, String name, boolean newSession) {
            all.replaceAll(model -> model.owner().equals(owner) && model.name().equals(name)
                    ? new RegisteredModel(owner, model.draft(), model.favourite(), model.created(), clock.instant(),
                            model.sessions() + (newSession ? 1 : 0))
                    : model);
        }

        @Override
        public boolean remove(Owner owner, String name) {
            return all.removeIf(model -> model.owner().equals(owner) && model.name().equals(name));
        }
    }

    final class Keys implements ProviderKeys {
        private final Map<ProviderKey, String> all = new LinkedHashMap<>();
        private boolean closed;

        /// From now on no key can be opened.
        void cannotBeOpened() {
            closed = true;
        }

        @Override
        public ProviderKey keep(Owner owner, String provider, Origin origin, SecretText key) {
            remove(owner, provider, origin);
            Instant now = clock.instant();
            var kept = new ProviderKey(owner, provider, origin, key.lastFour(), now, now);
            all.put(kept, key.value());
            return kept;
        }

        @Override
        public List<ProviderKey> of(Owner owner) {
            return all.keySet().stream().filter(key -> key.owner().equals(owner)).toList();
        }

        @Override
        public Optional<SecretText> use(Owner owner, String provider, Origin origin) {
            if (closed) {
                throw new VaultException("The key file is lost.");
            }
            return all.entrySet().stream().filter(each -> is(each.getKey(), owner, provider, origin)).findFirst()
                    .map(each -> SecretText.of(each.getValue()));
        }

        private static boolean is(ProviderKey key, Owner owner, String provider, Origin origin) {
            return key.owner().equals(owner) && key.provider().equals(provider) && key.origin().equals(origin);
        }

        @Override
        public boolean remove(Owner owner, String provider, Origin origin) {
            return all.keySet().removeIf(key -> is(key, owner, provider, origin));
        }
    }

    final class Chosen implements Choices {
        private final Map<String, Choice> active = new LinkedHashMap<>();
        private final Set<Long> localOnly = new HashSet<>();

        @Override
        public Optional<Choice> active(long account, String chatKey) {
            return Optional.ofNullable(active.get(account + chatKey));
        }

        @Override
        public boolean choose(long account, String chatKey, Owner owner, String name, boolean strict) {
            models.find(owner, name)
                    .ifPresent(model -> active.put(account + chatKey, new Choice.Registered(model, strict)));
            return true;
        }

        @Override
        public void chooseConfigured(long account, String chatKey, String id, boolean strict) {
            active.put(account + chatKey, new Choice.Configured(id, strict));
        }

        @Override
        public void share(long account, String chatKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void leave(long account, String chatKey) {
            active.remove(account + chatKey);
        }

        @Override
        public boolean learnedRouting(long account) {
            return true;
        }

        @Override
        public void setLearnedRouting(long account, boolean on) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Long> withoutLearnedRouting() {
            return Set.of();
        }

        @Override
        public boolean localOnly(long account) {
            return localOnly.contains(account);
        }

        @Override
        public void setLocalOnly(long account, boolean localOnly) {
            if (localOnly) {
                this.localOnly.add(account);
            } else {
                this.localOnly.remove(account);
            }
        }
    }
}
