package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does at the command line instead of in chat.
class AdminVerbsTest {
    @TempDir
    Path home;

    private AdminRun admin(String... words) throws IOException {
        Files.createDirectories(home.resolve("data"));
        return AdminRun.of(home, "data-dir: " + home.resolve("data") + "\nadmins: telegram:1\n", words);
    }

    @Test
    void aDangerousActNeedsAYes() throws IOException {
        admin("ban", "telegram:42", "spam").refusesWith("--yes");
        assertThat(admin("bans").said()).contains("Nobody is banned.");

        admin("ban", "--yes", "telegram:42", "spam").succeeds();
        assertThat(admin("bans").said()).contains("telegram:42", "spam", "CLI:");
        admin("unban", "telegram:42").succeeds();
        assertThat(admin("audit").said()).contains("unban telegram:42", "ban telegram:42 “spam”", "(TERMINAL:cli)");
    }

    @Test
    void aNumberAloneIsNobodyHere() throws IOException {
        admin("ban", "--yes", "42").refusesWith("Whom do you mean?");
        admin("tier", "telegram:42", "gold").refusesWith("There are: ");
        admin("budget", "telegram:42", "much").refusesWith("Say whose");
        assertThat(admin("audit").said()).contains("Nothing was done yet.");
    }

    @Test
    void everythingThatOnlyLooksJustSays() throws IOException {
        for (var verb : new String[]{"status", "usage", "budget", "keys", "reports", "audit"}) {
            admin(verb).succeeds();
        }
        assertThat(admin("team", "TELEGRAM:server:-1", "topic", "add", "casino").said()).contains("casino");
        assertThat(admin("budget", "telegram:42", "5").said()).contains("of $5 spent");
        assertThat(admin("drain", "--yes").said()).contains("No new work is taken");
        assertThat(admin("status").said()).contains("No new work is taken");
        assertThat(admin("undrain").said()).contains("New work is taken again");
    }
}
