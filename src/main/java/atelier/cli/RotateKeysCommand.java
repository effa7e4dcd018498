package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.secret.Vault;
import atelier.secret.VaultException;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiProviderKeys;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Encrypts the provider keys people entrusted to Atelier anew: each owner's with a fresh key of their own, and those under a fresh
/// master key. The service may run meanwhile and uses the keys all the time.
@Command(name = "rotate-keys", mixinStandardHelpOptions = true, description = "encrypt people's provider keys anew, under a new master key; the service may go on running")
final class RotateKeysCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private @Nullable CommandSpec spec;

    RotateKeysCommand() {}

    @Override
    public Integer call() {
        var loaded = config.loadForPerson();
        var keyFile = loaded.vaultKeyFile();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!Files.exists(keyFile)) {
            throw new UserFacingException(
                    "There is no key file " + keyFile + ", so no provider key was ever kept here and there"
                            + " is nothing to encrypt anew. If the file was lost, put it back from your backup.");
        }
        try (var database = Databases.open(loaded)) {
            var dataKeys = new JdbiDataKeys(database);
            var vault = new Vault(keyFile, dataKeys);
            vault.renewMasterKey();
            vault.renewDataKeys(new JdbiProviderKeys(database, vault, Clock.systemUTC()));
            var owners = dataKeys.all().stream().map(it -> it.owner()).distinct().count();
            out.println(
                    "The provider keys of %d %s are encrypted anew, under a new master key in %s. Back that file up now: the old copy opens nothing that is in the database."
                            .formatted(owners, owners == 1 ? "owner" : "owners", keyFile));
            return 0;
        } catch (VaultException failure) {
            throw new UserFacingException(
                    failure.getMessage() + " Nothing is lost; `admin rotate-keys` can be run again.");
        }
    }
}
