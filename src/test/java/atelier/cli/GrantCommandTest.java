package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Chat;
import atelier.chat.Payment;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.standin.TelegramStandIn;
import atelier.store.Database;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiGrants;
import atelier.store.JdbiOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator gives tiers, takes them back and gives money back.
class GrantCommandTest {
    @TempDir
    Path home;

    @Test
    void aTierIsGivenForAWhileAndTakenBack() throws IOException {
        var given = run("grant", "telegram:42", "pro", "--days", "30");
        given.succeeds();
        assertThat(given.said()).contains("telegram:42 has the pro tier until");
        assertThat(tier("42")).isEqualTo("pro");

        run("grant", "telegram:42", "none").succeeds();
        assertThat(tier("42")).isEqualTo("free");
        assertThat(run("grant", "telegram:42", "none").said()).contains("nothing was changed");
    }

    @Test
    void whatMakesNoSenseIsSaid() throws IOException {
        run("grant", "ada", "pro").refusesWith("“ada” is nobody.");
        run("grant", "telegram:42", "gold").refusesWith("Choose one of free, pro, studio, or none.");
        run("grant", "telegram:42", "pro", "--days", "0").refusesWith("from 1 to 36500");
        run("refund", "charge").refusesWith("set telegram.token");
    }

    @Test
    void moneyGoesBackAndWhatItPaidForEnds() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            var settings = "telegram:\n  token: \"%s\"\n  api-url: %s\n".formatted(telegram.token(), telegram.url());
            var buyer = Long.toString(telegram.idOf("ada"));
            var order = with(database -> new JdbiOrders(database, Clock.systemUTC()).place(buyer, "pro", 250));
            with(database -> new JdbiOrders(database, Clock.systemUTC()).take(payment(buyer, order.id())));
            telegram.stars().payment(telegram.idOf("ada"), order.id(), "c1", "XTR", 250, false);
            assertThat(tier(buyer)).isEqualTo("pro");

            var refund = run(settings, "refund", "c1");

            refund.succeeds();
            assertThat(tier(buyer)).isEqualTo("free");
            assertThat(telegram.calls("refundstarpayment")).hasSize(1);
            assertThat(telegram.calls("edituserstarsubscription")).hasSize(1);
            run(settings, "refund", "c1").succeeds();
            run(settings, "refund", "c2").refusesWith("No order was paid by this charge");
        }
    }

    private static Payment payment(String buyer, String order) {
        var chat = new Chat(Platform.TELEGRAM, buyer, true);
        return new Payment("e1", chat, new Sender(Platform.TELEGRAM, buyer, "ada", Locale.ENGLISH), Payment.Kind.PAID,
                order, "c1", "XTR", 250, null, false, ReplyAddress.in(chat), Clock.systemUTC().instant());
    }

    private AdminRun run(String command, String... words) throws IOException {
        return command.contains("\n")
                ? AdminRun.of(home, "data-dir: " + home + "\n" + command, words)
                : AdminRun.of(home, "data-dir: " + home + "\n", joined(command, words));
    }

    private static String[] joined(String command, String... words) {
        var all = new String[words.length + 1];
        all[0] = command;
        System.arraycopy(words, 0, all, 1, words.length);
        return all;
    }

    private String tier(String id) {
        return with(database -> {
            var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1), "pro",
                    new Tier("pro", 500, 100, 3, true, 2)), "free");
            var grants = new JdbiGrants(database, tiers, Offers.NONE, Clock.systemUTC());
            var accounts = new JdbiAccounts(database, tiers, grants, Set.of(), Clock.systemUTC());
            accounts.of(new Sender(Platform.TELEGRAM, id, "ada", Locale.ENGLISH));
            return accounts.find(new Identity(Platform.TELEGRAM, id, "")).orElseThrow().tier().name();
        });
    }

    private <T> T with(Function<Database, T> what) {
        try (var database = Database.sqlite(home.resolve("atelier.db"))) {
            return what.apply(database);
        }
    }
}
