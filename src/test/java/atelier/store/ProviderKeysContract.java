package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.SettableClock;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKey;
import atelier.secret.SecretText;
import atelier.secret.Vault;
import atelier.secret.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Provider keys in any database.
abstract class ProviderKeysContract {
    private static final Owner TEAM = new Owner.Team("TELEGRAM:42");
    private static final Owner ADA = new Owner.Person(7);
    private static final Origin HERE = Origin.of("https://api.example.org/v1");
    private static final Origin ELSEWHERE = Origin.of("https://evil.example/v1");
    private static final String KEY = "canary-provider-key-0123456789-wxyz";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private Database database;
    private Vault vault;
    private JdbiProviderKeys keys;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        vault = new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database));
        keys = new JdbiProviderKeys(database, vault, clock);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void aKeyIsUsedByItsOwnerAtItsPlaceOnly() {
        keep(TEAM, "openai", KEY);

        assertThat(use(TEAM, "openai", HERE)).isEqualTo(KEY);
        assertThat(keys.use(TEAM, "openai", ELSEWHERE)).isEmpty();
        assertThat(keys.use(TEAM, "gemini", HERE)).isEmpty();
        assertThat(keys.use(ADA, "openai", HERE)).isEmpty();
        assertThat(keys.use(new Owner.Operator(), "openai", HERE)).isEmpty();
        assertThat(keys.of(ADA)).isEmpty();
    }

    @Test
    void aReplacedKeyShowsItsLastFourAndWhen() {
        var first = keep(TEAM, "openai", KEY);
        clock.advance(Duration.ofDays(30));
        var second = keep(TEAM, "openai", "another-provider-key-1234");

        assertThat(first).isEqualTo(
                new ProviderKey(TEAM, "openai", HERE, "wxyz", first.created(), first.created()));
        assertThat(second).isEqualTo(
                new ProviderKey(TEAM, "openai", HERE, "1234", first.created(), clock.instant()));
        assertThat(keys.of(TEAM)).containsExactly(second);
        assertThat(use(TEAM, "openai", HERE)).isEqualTo("another-provider-key-1234");
    }

    @Test
    void aProposedKeyIsNeitherUsedNorListedBesideTheOnesInUse() {
        var proposed = new JdbiProposedKeys(database, keys);
        keep(TEAM, "openai", KEY);

        propose(proposed, "a-proposed-key-0123456789-abcd");

        assertThat(use(TEAM, "openai", HERE)).isEqualTo(KEY);
        assertThat(keys.of(TEAM)).extracting(ProviderKey::lastFour).containsExactly("wxyz");
        assertThat(proposed.of(TEAM)).containsExactly(
                new ProviderKey(TEAM, "openai", HERE, "abcd", clock.instant(), clock.instant()));
        assertThat(proposed.of(ADA)).isEmpty();
        assertThat(proposed.open(ADA, "openai", HERE)).isEmpty();
    }

    @Test
    void aProposedKeyIsDroppedOnlyWhileItIsTheOneThatWasTried() {
        var proposed = new JdbiProposedKeys(database, keys);
        propose(proposed, "a-proposed-key-0123456789-abcd");
        try (var tried = proposed.open(TEAM, "openai", HERE).orElseThrow()) {
            propose(proposed, "a-newer-proposal-0123456789-efgh");

            assertThat(proposed.drop(TEAM, "openai", HERE, tried)).isFalse();
        }
        try (var newer = proposed.open(TEAM, "openai", HERE).orElseThrow()) {
            assertThat(newer.value()).isEqualTo("a-newer-proposal-0123456789-efgh");
            assertThat(proposed.drop(TEAM, "openai", HERE, newer)).isTrue();
        }
        assertThat(proposed.of(TEAM)).isEmpty();
    }

    @Test
    void renewedDataKeysOpenProposedKeysToo() {
        var proposed = new JdbiProposedKeys(database, keys);
        propose(proposed, "a-proposed-key-0123456789-abcd");

        vault.renewDataKeys(keys);

        try (var key = proposed.open(TEAM, "openai", HERE).orElseThrow()) {
            assertThat(key.value()).isEqualTo("a-proposed-key-0123456789-abcd");
        }
    }

    private static void propose(JdbiProposedKeys proposed, String text) {
        try (var key = SecretText.of(text)) {
            proposed.propose(TEAM, "openai", HERE, key);
        }
    }

    @Test
    void rowsThatWereSwappedOpenNothing() {
        keep(TEAM, "openai", KEY);
        keep(ADA, "openai", "a key of ada's, long enough");
        var stolen = database.read(handle -> handle.createQuery("select sealed from provider_key where owner = :owner")
                .bind("owner", TEAM.key()).mapTo(String.class).one());
        database.write(handle -> handle.createUpdate("update provider_key set sealed = :sealed where owner = :owner")
                .bind("sealed", stolen).bind("owner", ADA.key()).execute());

        assertThatThrownBy(() -> keys.use(ADA, "openai", HERE)).isInstanceOf(VaultException.class)
                .hasMessageContaining("enter it again");

        database.write(handle -> handle.createUpdate("update provider_key set origin = :origin where owner = :owner")
                .bind("origin", ELSEWHERE.toString()).bind("owner", TEAM.key()).execute());
        assertThatThrownBy(() -> keys.use(TEAM, "openai", ELSEWHERE)).isInstanceOf(VaultException.class);
    }

    @Test
    void bothKindsOfKeysAreRenewedWhileOthersReadAndWrite() throws InterruptedException, ExecutionException {
        var owners = List.of(TEAM, ADA, new Owner.Person(8), new Owner.Operator());
        owners.forEach(owner -> keep(owner, "openai", KEY + owner.key()));
        var stopped = new AtomicBoolean();
        var reads = new AtomicInteger();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = owners.stream().<Future<?>>map(owner -> pool.submit(() -> {
                while (!stopped.get()) {
                    assertThat(use(owner, "openai", HERE)).isEqualTo(KEY + owner.key());
                    reads.incrementAndGet();
                }
            })).toList();
            var writer = pool.submit(() -> {
                for (var number = 0; number < 20; number++) {
                    keep(new Owner.Person(100 + number % 5), "gemini", KEY + number);
                }
            });
            try {
                for (var round = 0; round < 5; round++) {
                    vault.renewMasterKey();
                    vault.renewDataKeys(keys);
                }
            } finally {
                stopped.set(true);
            }
            writer.get();
            for (var reader : readers) {
                reader.get();
            }
        }

        assertThat(reads.get()).isPositive();
        for (var owner : owners) {
            assertThat(use(owner, "openai", HERE)).isEqualTo(KEY + owner.key());
        }
        var newcomers = keys.of(new Owner.Person(100));
        assertThat(newcomers).hasSize(1);
        assertThat(use(new Owner.Person(100), "gemini", HERE)).startsWith(KEY);
    }

    @Test
    void aVaultWhoseFileIsLostBeginsAnewOnceItIsEmpty() throws IOException {
        keep(TEAM, "openai", KEY);
        Files.delete(folder.resolve("vault.key"));
        var next = new JdbiProviderKeys(database, new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)),
                clock);

        assertThatThrownBy(() -> next.use(TEAM, "openai", HERE)).isInstanceOf(VaultException.class);
        try (var text = SecretText.of(KEY)) {
            assertThatThrownBy(() -> next.keep(ADA, "openai", HERE, text)).isInstanceOf(VaultException.class);
            assertThat(next.remove(TEAM, "openai", HERE)).isTrue();
            assertThat(next.remove(TEAM, "openai", HERE)).isFalse();
            next.keep(ADA, "openai", HERE, text);
        }

        assertThat(next.use(ADA, "openai", HERE).orElseThrow().value()).isEqualTo(KEY);
    }

    @Test
    void noFileHoldsAKeyInTheClear() throws IOException {
        for (var number = 0; number < 50; number++) {
            keep(new Owner.Person(number), "openai", KEY);
        }
        keys.remove(new Owner.Person(3), "openai", HERE);
        vault.renewDataKeys(keys);

        var dump = database.read(handle -> handle.createQuery("select * from provider_key").mapToMap().list());
        assertThat(dump.toString()).contains("wxyz").doesNotContain(KEY);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains("canary-provider-key")).as(file.toString()).isFalse();
            }
        }
    }

    private ProviderKey keep(Owner owner, String provider, String key) {
        try (var text = SecretText.of(key)) {
            return keys.keep(owner, provider, HERE, text);
        }
    }

    private String use(Owner owner, String provider, Origin origin) {
        try (var text = keys.use(owner, provider, origin).orElseThrow()) {
            return text.value();
        }
    }
}
