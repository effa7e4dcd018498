package atelier.cli.doctor;

import atelier.config.Config;
import atelier.store.DatabaseGlance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/// What was left behind in the database and beside it: orders, keys, messages that went nowhere.
///
/// @param glance at the database
record HouseCheck(Config config, DatabaseGlance glance) implements Check {
    @Override
    public String subject() {
        return "House";
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (config.hasChatPlatform() && config.admins().isEmpty()) {
            findings.add(Finding.doubtful(Ailment.NO_ADMIN, "Admins", "nobody may use `/admin`",
                    "Put your own numeric id into `admins`."));
        }
        if (glance.isDraining()) {
            findings.add(Finding.wrong(Ailment.DRAINING, "Work", "no new work is taken, as an admin ordered",
                    "Run `admin undrain`."));
        }
        if (glance.undelivered() > 0) {
            findings.add(Finding.doubtful(Ailment.MESSAGES_UNDELIVERED, "Messages", glance.undelivered()
                    + " were refused by a platform in the last days",
                    "See whether the bot was removed from chats, or may not write or attach files there; the log says why."));
        }
        vault(findings);
        return findings;
    }

    private void vault(List<Finding> findings) {
        var file = config.vaultKeyFile();
        if (glance.providerKeys() > 0 && !Files.exists(file)) {
            findings.add(Finding.wrong(Ailment.KEYS_WITHOUT_VAULT, "Keys", "people entrusted " + glance.providerKeys()
                    + " provider keys, but " + file + " is gone, without which nobody can read them",
                    "Put it back from your backup; if it is lost, people enter their keys again."));
        }
        try {
            if (Files.exists(file) && Files.getPosixFilePermissions(file).stream()
                    .anyMatch(it -> it == PosixFilePermission.GROUP_READ || it == PosixFilePermission.OTHERS_READ)) {
                findings.add(
                        Finding.doubtful(Ailment.VAULT_KEY_EXPOSED, "Keys", "others on this machine can read " + file,
                                "`chmod 600` it."));
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Not every file system knows owners.
        }
    }
}
