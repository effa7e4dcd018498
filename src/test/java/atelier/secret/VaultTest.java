package atelier.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Context TEAM = new Context("team:TELEGRAM:42", "gemini", "https://example.org:443", "k1", 1);
    private static final String SECRET = "a-provider-key-of-some-length-wxyz";

    @TempDir
    Path folder;

    private final DataKeysInMemory keys = new DataKeysInMemory();
    private Path file = Path.of("");
    private Vault vault = new Vault(file, keys);

    @BeforeEach
    void begin() {
        file = folder.resolve("data").resolve("vault.key");
        vault = new Vault(file, keys);
    }

    @Test
    void whatIsSealedOpensAgainEvenInTheNextProcess() {
        for (var text : List.of(SECRET, "", "ключ 😀", "x".repeat(10_000))) {
            var sealed = seal(TEAM, text);

            assertThat(sealed.text()).doesNotContain(text.isEmpty() ? "?" : text);
            assertThat(open(vault, TEAM, sealed)).isEqualTo(text);
            assertThat(open(new Vault(file, keys), TEAM, sealed)).isEqualTo(text);
        }
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(seal(TEAM, SECRET)).isNotEqualTo(seal(TEAM, SECRET));
    }

    @Test
    void everyBitThatFlipsIsNoticed() {
        var sealed = seal(TEAM, SECRET);
        var bytes = Base64.getDecoder().decode(sealed.text());
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var bent = bytes.clone();
            bent[bit / 8] ^= (byte) (1 << bit % 8);
            refuses(TEAM, new Sealed(sealed.dataKey(), Base64.getEncoder().encodeToString(bent)));
        }
        refuses(TEAM, new Sealed(sealed.dataKey(), sealed.text().substring(0, 20)));
        refuses(TEAM, new Sealed(sealed.dataKey(), "not Base64!"));
        refuses(TEAM, new Sealed(sealed.dataKey(), ""));
        refuses(TEAM, new Sealed(sealed.dataKey() + 1, sealed.text()));
    }

    @Test
    void aSecretOpensNowhereButInItsOwnPlace() {
        var sealed = seal(TEAM, SECRET);
        seal(new Context("team:TELEGRAM:43", "gemini", "https://example.org:443", "k2", 1), "another secret");

        refuses(new Context("team:TELEGRAM:43", TEAM.provider(), TEAM.origin(), "k1", 1), sealed);
        refuses(new Context("nobody", TEAM.provider(), TEAM.origin(), "k1", 1), sealed);
        refuses(new Context(TEAM.owner(), "openai", TEAM.origin(), "k1", 1), sealed);
        refuses(new Context(TEAM.owner(), TEAM.provider(), "https://evil.example:443", "k1", 1), sealed);
        refuses(new Context(TEAM.owner(), TEAM.provider(), TEAM.origin(), "k2", 1), sealed);
        refuses(new Context(TEAM.owner(), TEAM.provider(), TEAM.origin(), "k1", 2), sealed);
        // Letters moved over the border between two fields.
        refuses(new Context(TEAM.owner(), "geminih", "ttps://example.org:443", "k1", 1), sealed);
    }

    @Test
    void aDataKeyThatWasMovedOrBentIsNoticed() {
        var sealed = seal(TEAM, SECRET);
        var wrapped = keys.newest(TEAM.owner()).orElseThrow();
        keys.rewrap(wrapped, new DataKeys.Wrapped(wrapped.owner(), wrapped.version(), wrapped.master(),
                seal(TEAM, "32 bytes of something else, here").text()));
        refuses(TEAM, sealed);

        var other = "team:TELEGRAM:43";
        keys.add(new DataKeys.Wrapped(other, 1, wrapped.master(), wrapped.text()));
        refuses(new Context(other, TEAM.provider(), TEAM.origin(), "k1", 1), sealed);
    }

    @Test
    void theKeyFileIsItsOwnersAlone() throws IOException {
        seal(TEAM, SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        vault.renewMasterKey();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(entry -> entry.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingKeyFileIsNotQuietlyReplaced() throws IOException {
        var sealed = seal(TEAM, SECRET);
        Files.delete(file);
        var next = new Vault(file, keys);

        for (var refused : List.<Runnable>of(() -> open(next, TEAM, sealed), next::renewMasterKey)) {
            assertThatThrownBy(refused::run).isInstanceOf(VaultException.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining("is missing")
                    .hasMessageContaining("from your backup").hasMessageContaining("enter them again");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedOrForeignKeyFileSaysTheWayOut() throws IOException {
        var sealed = seal(TEAM, SECRET);
        var text = Files.readString(file);
        var bytes = text.strip().length();
        var flipped = text.charAt(bytes - 10) == 'A' ? 'B' : 'A';
        for (var damaged : List.of("", "# only words\n", "gibberish\n", text.substring(0, bytes - 9),
                text.substring(0, bytes - 10) + flipped + text.substring(bytes - 9))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> open(new Vault(file, keys), TEAM, sealed)).isInstanceOf(VaultException.class)
                    .hasMessageContaining("is damaged").hasMessageContaining("from your backup");
        }

        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> open(new Vault(file, keys), TEAM, sealed)).isInstanceOf(VaultException.class)
                .hasMessageContaining("another master key").hasMessageContaining("right key file");
    }

    @Test
    void anOperatorMayBringAKeyOfTheirOwn() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII)) + "\n");

        assertThat(open(vault, TEAM, seal(TEAM, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void afterARenewalTheOldMasterKeyOpensNothing() throws IOException {
        var sealed = seal(TEAM, SECRET);
        var stolen = Files.readString(file);

        vault.renewMasterKey();

        assertThat(open(vault, TEAM, sealed)).isEqualTo(SECRET);
        assertThat(open(new Vault(file, keys), TEAM, sealed)).isEqualTo(SECRET);
        var thief = folder.resolve("stolen.key");
        Files.writeString(thief, stolen);
        assertThatThrownBy(() -> open(new Vault(thief, keys), TEAM, sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void aRenewalThatBrokeOffLosesNothingAndTheNextFinishesIt() throws IOException {
        var sealed = seal(TEAM, SECRET);
        var before = Files.readString(file);
        vault.renewMasterKey();
        var fresh = Files.readString(file).lines().filter(line -> !line.startsWith("#")).toList();
        var other = new Context("person:7", "gemini", TEAM.origin(), "k9", 1);
        Files.writeString(file, before);
        var late = new DataKeysInMemory();
        new Vault(file, late).seal(other, SecretText.of("wrapped by the old one"));
        late.all().forEach(keys::add);
        var old = late.all().getFirst().master();
        Files.writeString(file, before + String.join("\n", fresh) + "\n");

        var next = new Vault(file, keys);
        assertThat(open(next, TEAM, sealed)).isEqualTo(SECRET);
        next.renewMasterKey();

        assertThat(open(next, TEAM, sealed)).isEqualTo(SECRET);
        assertThat(keys.all()).extracting(DataKeys.Wrapped::master).doesNotContain(old).hasSize(2);
        assertThat(Files.readAllLines(file)).filteredOn(line -> !line.startsWith("#")).hasSize(1);
    }

    @Test
    void renewedDataKeysSealEverythingAnewAndAreRemoved() {
        var before = keys.keep(TEAM, seal(TEAM, SECRET));

        vault.renewDataKeys(keys);

        var after = keys.stored("k1");
        assertThat(after.sealed().dataKey()).isEqualTo(2);
        assertThat(open(vault, TEAM, after.sealed())).isEqualTo(SECRET);
        assertThat(keys.all()).extracting(DataKeys.Wrapped::version).containsExactly(2);
        refuses(TEAM, before.sealed());
    }

    @Test
    void aSecretIsNeverPrintedAndCanBeOverwritten() {
        var secret = SecretText.of(SECRET);

        assertThat(secret).hasToString("***");
        assertThat(secret.lastFour()).isEqualTo("wxyz");
        assertThat(SecretText.of("short-key").lastFour()).as("would tell too much").isEmpty();
        secret.close();
        assertThat(secret.value()).doesNotContain("wxyz");
    }

    private Sealed seal(Context context, String text) {
        try (var secret = SecretText.of(text)) {
            return vault.seal(context, secret);
        }
    }

    private static String open(Vault vault, Context context, Sealed sealed) {
        try (var secret = vault.open(context, sealed)) {
            return secret.value();
        }
    }

    private void refuses(Context context, Sealed sealed) {
        assertThatThrownBy(() -> vault.open(context, sealed)).isInstanceOf(VaultException.class)
                .hasMessageContaining("enter").hasMessageNotContaining(SECRET);
    }
}
