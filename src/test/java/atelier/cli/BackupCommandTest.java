package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.secret.SecretText;
import atelier.secret.Vault;
import atelier.store.DataLock;
import atelier.store.Database;
import atelier.store.DiskArtifacts;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiMemory;
import atelier.store.JdbiProviderKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator makes a backup and restores it, or what somebody made of it.
class BackupCommandTest {
    private static final Origin GEMINI = Origin.of("https://generativelanguage.googleapis.com");

    @TempDir
    Path home;

    private Path data;
    private Path backup;
    private Path fresh;
    private String file;

    @BeforeEach
    void fill() {
        data = home.resolve("data");
        backup = home.resolve("backups").resolve("first.zip");
        fresh = home.resolve("fresh");
        file = new DiskArtifacts(data.resolve("files")).put("a tune".getBytes(StandardCharsets.UTF_8));
        try (var database = Database.sqlite(data.resolve("atelier.db"))) {
            new JdbiMemory(database).remember("name", "content");
            try (var key = SecretText.of("a-key-of-1")) {
                keys(data, database).keep(new Owner.Person(1), "gemini", GEMINI, key);
            }
        }
    }

    private static JdbiProviderKeys keys(Path folder, Database database) {
        return new JdbiProviderKeys(database, new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)),
                Clock.systemUTC());
    }

    private AdminRun backsUp(String... more) throws IOException {
        var words = new ArrayList<>(List.of("backup", "--to", backup.toString()));
        words.addAll(List.of(more));
        return AdminRun.of(home, "data-dir: " + data + "\n", words.toArray(String[]::new));
    }

    private AdminRun restores() throws IOException {
        return AdminRun.of(home, "data-dir: " + fresh + "\n", "restore", "--from", backup.toString());
    }

    @Test
    void whileAnAtelierRunsEverythingButTheKeyIsBackedUpAndRestored() throws IOException {
        try (var _ = DataLock.take(data)) {
            var made = backsUp();
            made.succeeds();
            assertThat(made.said()).contains("the database and 1 files", "The vault's key is not in it");
        }

        var restored = restores();

        restored.succeeds();
        assertThat(restored.said()).contains("1 files, all as they were", "Put your copy of the key file at");
        assertThat(fresh.resolve("vault.key")).doesNotExist();
        assertThat(new DiskArtifacts(fresh.resolve("files")).path(file)).hasContent("a tune");
        Files.copy(data.resolve("vault.key"), fresh.resolve("vault.key"));
        try (var database = Database.sqlite(fresh.resolve("atelier.db"))) {
            assertThat(new JdbiMemory(database).last("name")).isEqualTo("content");
            try (var key = keys(fresh, database).use(new Owner.Person(1), "gemini", GEMINI).orElseThrow()) {
                assertThat(key.value()).isEqualTo("a-key-of-1");
            }
        }
        try (var left = Files.list(fresh)) {
            assertThat(left.map(it -> it.getFileName().toString())).contains("atelier.db", "files")
                    .noneMatch(name -> name.startsWith(".rest"));
        }
        try (var left = Files.list(backup.getParent())) {
            assertThat(left).containsExactly(backup);
        }
    }

    @Test
    void theKeyGoesInWhenAskedForAndComesBackReadableByItsOwnerOnly() throws IOException {
        var made = backsUp("--with-key");
        made.succeeds();
        assertThat(made.said()).contains("The vault's key is in it");

        restores().succeeds();

        assertThat(fresh.resolve("vault.key")).hasSameTextualContentAs(data.resolve("vault.key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve("vault.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theManifestIsWhatSha256sumReads() throws IOException {
        backsUp().succeeds();

        try (var zip = new ZipFile(backup.toFile())) {
            var manifest = new String(zip.getInputStream(zip.getEntry("manifest.txt")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(manifest.lines()).hasSize(3).first().asString().startsWith("# Atelier backup 1, made 20");
            assertThat(manifest).contains("%s  files/%s/%s\n".formatted(file, file.substring(0, 2), file))
                    .containsPattern("(?m)^[0-9a-f]{64}  atelier\\.db$").doesNotContain("vault");
        }
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        backsUp().succeeds();
        backsUp().refusesWith("exists already");

        Files.createDirectories(fresh);
        Files.writeString(fresh.resolve("mine.txt"), "mine");
        restores().refusesWith("mine.txt is there");
        Files.delete(fresh.resolve("mine.txt"));
        try (var _ = DataLock.take(fresh)) {
            restores().refusesWith("An Atelier runs on");
        }
        Files.writeString(fresh.resolve("atelier.db"), "");
        restores().refusesWith("atelier.db is there already");
        Files.delete(fresh.resolve("atelier.db"));
        restores().succeeds();
    }

    /// A zip like the backup, with other entries.
    private void changes(Consumer<Map<String, byte[]>> change) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(entries);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(backup, bytes.toByteArray());
    }

    private void isRefusedAndNothingWritten(String sentence) throws IOException {
        restores().refusesWith(sentence);
        assertThat(fresh).doesNotExist();
        try (var there = Files.list(home)) {
            assertThat(there.map(it -> it.getFileName().toString())).isSubsetOf("data", "backups", "admin-config.yml");
        }
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws IOException {
        isRefusedAndNothingWritten("There is no file");
        backsUp().succeeds();
        var whole = Files.readAllBytes(backup);

        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));
        isRefusedAndNothingWritten("is damaged, or no zip");
        var spoilt = whole.clone();
        spoilt[whole.length / 3] ^= 0x55;
        Files.write(backup, spoilt);
        isRefusedAndNothingWritten("damaged");
        Files.write(backup, "not a zip at all".getBytes(StandardCharsets.UTF_8));
        isRefusedAndNothingWritten("is damaged, or no zip");
    }

    @Test
    void aBackupSomebodyChangedIsRefusedBeforeAnythingIsWritten() throws IOException {
        backsUp().succeeds();
        var whole = Files.readAllBytes(backup);
        var path = "files/" + file.substring(0, 2) + "/" + file;

        changes(entries -> entries.remove(path));
        isRefusedAndNothingWritten("lacks files/");
        Files.write(backup, whole);
        changes(entries -> entries.remove("atelier.db"));
        isRefusedAndNothingWritten("lacks atelier.db");
        Files.write(backup, whole);
        changes(entries -> entries.remove("manifest.txt"));
        isRefusedAndNothingWritten("has no manifest.txt");
        Files.write(backup, whole);
        changes(entries -> entries.put("../outside.txt", new byte[1]));
        isRefusedAndNothingWritten("“../outside.txt”, which is not in its manifest");
        Files.write(backup, whole);
        changes(entries -> {
            entries.put("../outside.txt", new byte[0]);
            entries.compute("manifest.txt", (_, text) -> (new String(text, StandardCharsets.UTF_8)
                    + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../outside.txt\n")
                    .getBytes(StandardCharsets.UTF_8));
        });
        isRefusedAndNothingWritten("manifest.txt was not written by this version");
        Files.write(backup, whole);
        changes(entries -> entries.put(path, "another tune".getBytes(StandardCharsets.UTF_8)));
        isRefusedAndNothingWritten("is not what it was");
    }

    @Test
    void onPostgresTheDumpIsLeftToItsOwnProgramWithTheLineToRun() throws IOException {
        var settings = "data-dir: " + data
                + "\ndatabase:\n  url: jdbc:postgresql://db.example.org:5433/atelier?user=ada&password=hush-hush\n";

        var made = AdminRun.of(home, settings, "backup", "--to", backup.toString());

        made.succeeds();
        assertThat(made.said()).contains("1 files", "pg_dump --format=custom --file=atelier.dump --host=db.example.org"
                + " --port=5433 --username=ada atelier").doesNotContain("hush");
        restores().refusesWith("holds files alone");
    }

    @Test
    void withoutADatabaseThereIsNothingToBackUp() throws IOException {
        AdminRun.of(home, "data-dir: " + fresh + "\n", "backup", "--to", backup.toString())
                .refusesWith("There is no database");
        assertThat(backup).doesNotExist();
    }
}
