package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.secret.DataKeys;
import atelier.secret.SecretText;
import atelier.secret.Vault;
import atelier.store.Database;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiProviderKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator has the keys people entrusted to the bot encrypted anew.
class RotateKeysTest {
    private static final Origin GEMINI = Origin.of("https://generativelanguage.googleapis.com");

    @TempDir
    Path home;

    private Path keyFile;
    private Path config;
    private Database database;
    private JdbiDataKeys dataKeys;
    private JdbiProviderKeys keys;

    @BeforeEach
    void runAService() throws IOException {
        keyFile = home.resolve("elsewhere").resolve("vault.key");
        config = Files.writeString(home.resolve("config.yml"), """
                data-dir: %s
                vault:
                  key-file: %s
                """.formatted(home, keyFile));
        database = Database.sqlite(home.resolve("atelier.db"));
        dataKeys = new JdbiDataKeys(database);
        keys = new JdbiProviderKeys(database, new Vault(keyFile, dataKeys), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int rotates() {
        return Cli.run("admin", "rotate-keys", "--config", config.toString());
    }

    private void keeps(int account) {
        try (var key = SecretText.of("a-key-of-" + account)) {
            keys.keep(new Owner.Person(account), "gemini", GEMINI, key);
        }
    }

    private String key(int account) {
        try (var key = keys.use(new Owner.Person(account), "gemini", GEMINI).orElseThrow()) {
            return key.value();
        }
    }

    private List<String> sealed(int account) {
        return dataKeys.of("person:" + account).stream().map(DataKeys.Wrapped::version)
                .flatMap(version -> keys.sealedWith("person:" + account, version).stream())
                .map(value -> value.sealed().text()).toList();
    }

    @Test
    void everyKeyIsEncryptedAnewAndOpensAsBefore() throws IOException {
        IntStream.rangeClosed(1, 5).forEach(this::keeps);
        var fileBefore = Files.readString(keyFile);
        var wrappedBefore = dataKeys.all();
        var sealedBefore = sealed(3);

        assertThat(rotates()).isZero();

        assertThat(Files.readString(keyFile)).isNotEqualTo(fileBefore);
        assertThat(Files.readAllLines(keyFile)).filteredOn(line -> !line.startsWith("#")).as("the old one is gone")
                .hasSize(1);
        assertThat(dataKeys.all()).hasSize(5).extracting(DataKeys.Wrapped::master).hasSize(5)
                .doesNotContainAnyElementsOf(wrappedBefore.stream().map(DataKeys.Wrapped::master).toList());
        assertThat(sealed(3)).hasSize(1).doesNotContainAnyElementsOf(sealedBefore);
        IntStream.rangeClosed(1, 5).forEach(account -> assertThat(key(account)).isEqualTo("a-key-of-" + account));
    }

    @Test
    void theServiceUsesAndTakesKeysMeanwhile() throws InterruptedException {
        keeps(1);
        var uses = new AtomicInteger();
        var kept = new AtomicInteger(1);
        var wrong = new CopyOnWriteArrayList<String>();
        var goesOn = new AtomicBoolean(true);
        var user = Thread.ofVirtual().start(() -> {
            while (goesOn.get()) {
                try {
                    if (!key(1).equals("a-key-of-1")) {
                        wrong.add("another key");
                    }
                    if (uses.incrementAndGet() % 10 == 0) {
                        keeps(kept.incrementAndGet());
                    }
                } catch (RuntimeException failure) {
                    wrong.add(failure.toString());
                }
            }
        });
        await().until(() -> uses.get() > 20);

        assertThat(rotates()).isZero();
        assertThat(rotates()).isZero();
        goesOn.set(false);
        user.join();

        assertThat(wrong).isEmpty();
        IntStream.rangeClosed(1, kept.get())
                .forEach(account -> assertThat(key(account)).isEqualTo("a-key-of-" + account));
    }

    @Test
    void withoutAKeyFileThereIsNothingToDo() {
        assertThat(rotates()).isEqualTo(1);
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void adminAloneSaysWhatItCanDo() {
        assertThat(Cli.run("admin")).isEqualTo(2);
    }
}
