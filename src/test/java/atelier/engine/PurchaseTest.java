package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who buys, stops and joins, on both platforms' stand-ins.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseTest {
    private PlanStage stage;

    @BeforeAll
    void opens(@TempDir Path folder) throws IOException {
        stage = new PlanStage(folder);
    }

    @AfterAll
    void closes() {
        stage.close();
    }

    @Test
    void aPlanIsBoughtStoppedAndResumedByButtons() {
        says("ada", "/subscribe", "paid with Stars");
        presses("ada", "pro · 250 ⭐", "pro for 250 Stars");
        var link = stage.telegram.calls("createinvoicelink").getLast();
        assertThat(link.refusal()).isEmpty();
        var order = link.parameters().path("payload").asText();
        assertThat(link.parameters().path("subscription_period").asLong()).isEqualTo(2_592_000);
        assertThat(link.parameters().path("prices").get(0).path("amount").asInt()).isEqualTo(PlanStage.PRICE);
        assertThat(newest("ada").buttons()).contains("Pay 250 Stars ⭐");

        var question = stage.telegram.stars().asks(stage.telegram.user("ada"), order, "XTR", PlanStage.PRICE);
        await().atMost(Duration.ofSeconds(10)).until(() -> stage.telegram.stars().answer(question).isPresent());
        assertThat(stage.telegram.stars().answer(question).orElseThrow().path("ok").asBoolean()).isTrue();
        var message = stage.telegram.inPrivate("ada").put("date", stage.telegram.stars().now());
        message.set("successful_payment", stage.telegram.stars().payment(stage.telegram.idOf("ada"), order, "ada-1",
                "XTR", PlanStage.PRICE, false));
        stage.telegram.receives(message);
        shows("ada", "You have pro until");

        says("ada", "/plan", "Your subscription renews itself");
        says("ada", "/subscribe", "renews itself");
        presses("ada", "Stop renewing pro", "does not renew itself");
        assertThat(stage.telegram.calls("edituserstarsubscription").getLast().parameters().path("is_canceled")
                .asBoolean()).isTrue();
        says("ada", "/plan", "You paid for it with Stars");
        says("ada", "/subscribe", "does not renew itself");
        says("ada", "/subscribe pro", "does not renew itself");
        assertThat(newest("ada").buttons()).as("nobody pays twice for the same days")
                .containsExactly("Renew pro again");
        presses("ada", "Renew pro again", "renews itself");

        says("ada", "/mydata delete", "Deleting does not end the payment");
        assertThat(newest("ada").text()).startsWith("You paid for pro until").contains("To confirm, type");
        presses("ada", "Stop renewing pro", "does not renew itself");
        says("ada", "/mydata delete", "it will be lost, and nothing is paid back.");
        assertThat(newest("ada").text()).doesNotContain("does not end the payment");
    }

    @Test
    void whoChangesPlansIsToldWhatGoesOnBeside() {
        says("nora", "/subscribe pro", "pro for 250 Stars");
        assertThat(newest("nora").text()).doesNotContain("beside it");
        pays("nora", "nora-1", PlanStage.PRICE);
        shows("nora", "You have pro until");
        assertThat(newest("nora").buttons()).isEmpty();

        says("nora", "/subscribe studio", "Your pro goes on renewing beside it, 250 Stars more every 30 days.");
        assertThat(newest("nora").buttons()).containsExactly("Pay 900 Stars ⭐", "Stop renewing pro");
        pays("nora", "nora-2", 900);
        shows("nora", "You have studio until");
        assertThat(newest("nora").text()).contains("Your pro goes on renewing beside it");
        presses("nora", "Stop renewing pro", "You have pro until");
        assertThat(newest("nora").text()).contains("does not renew itself");
    }

    private void pays(String person, String charge, int stars) {
        var order = stage.telegram.calls("createinvoicelink").getLast().parameters().path("payload").asText();
        var message = stage.telegram.inPrivate(person).put("date", stage.telegram.stars().now());
        message.set("successful_payment", stage.telegram.stars().payment(stage.telegram.idOf(person), order, charge,
                "XTR", stars, false));
        stage.telegram.receives(message);
    }

    @Test
    void whoCannotPayIsToldWhy() {
        var question = stage.telegram.stars().asks(stage.telegram.user("eve"), "nothing", "XTR", 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> stage.telegram.stars().answer(question).isPresent());

        assertThat(stage.telegram.stars().answer(question).orElseThrow().path("error_message").asText())
                .contains("/subscribe", "nothing was charged");
    }

    @Test
    void aPaymentThatFitsNothingIsSaidAndCreditedToNobody() {
        var message = stage.telegram.inPrivate("grace").put("date", stage.telegram.stars().now());
        message.set("successful_payment", stage.telegram.stars().payment(stage.telegram.idOf("grace"), "x", "g-1",
                "XTR", 250, false));
        stage.telegram.receives(message);

        shows("grace", "fits no order of yours");
        says("grace", "/paysupport", "@help");
        says("grace", "/terms", "30 days at a time");
    }

    @Test
    void discordSellsByItsOwnButtons() {
        stage.discord.commands("dora", "subscribe", Map.of());

        await().atMost(Duration.ofSeconds(20)).until(() -> stage.discord.payloads().stream()
                .anyMatch(it -> it.path("content").asText().contains("Discord takes the payment")
                        || it.path("content").asText().contains("Discord encaisse")));
        var sold = stage.discord.payloads().stream().flatMap(it -> it.path("components").findParents("sku_id").stream())
                .toList();
        assertThat(sold).extracting(it -> it.path("sku_id").asText()).contains("5550001", "5550002");
        assertThat(sold).allSatisfy(it -> assertThat(it.path("style").asInt()).isEqualTo(6));
        assertThat(stage.discord.refusals()).noneMatch(it -> it.contains("components"));
    }

    @Test
    void aPlanIsPricedWhereItIsSold() {
        stage.discord.speaks("en-US");
        stage.discord.commands("dina", "plan", Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> stage.discord.seenBy("dina").stream()
                .anyMatch(it -> it.text().contains("**pro** (on Discord): 500 messages")));

        says("tara", "/plan", "pro (250 Stars for 30 days): 500 messages");
    }

    @Test
    void twoAccountsBecomeOneByACodeAndTwoButtons() {
        says("lina", "/link", "I know you as Telegram (lina)");
        presses("lina", "Get a code", "Your code is");
        var code = newest("lina").text().replaceAll("(?s).*/link (\\S+) .*", "$1");

        stage.discord.says("lina", "/link " + code);
        shows("lina", "Is Discord (lina) you?");
        presses("lina", "Join them", "Agreed here");
        await().atMost(Duration.ofSeconds(20)).until(() -> stage.discord.seenBy("lina").stream()
                .anyMatch(it -> it.buttons().contains("Join them")));
        stage.discord.presses("lina", "Join them");

        // In the language of the button, which is French there.
        shows("lina", "Discord (lina), Telegram (lina)");
        await().atMost(Duration.ofSeconds(20)).until(() -> stage.discord.seenBy("lina").stream()
                .anyMatch(it -> it.text().contains("Discord (lina), Telegram (lina)")));
        says("lina", "/link", "One account, one quota: Discord (lina), Telegram (lina).");
        presses("lina", "Part from Discord (lina)", "would begin afresh");
        presses("lina", "Part from Discord (lina)", "has an account of its own now");
        says("lina", "/link", "I know you as Telegram (lina)");
    }

    private atelier.adapter.Door.Seen newest(String person) {
        return stage.telegram.seenBy(person).getLast();
    }

    private void says(String person, String words, String answer) {
        var before = stage.telegram.seenBy(person).size();
        stage.telegram.says(person, words);
        await().atMost(Duration.ofSeconds(20)).until(() -> stage.telegram.seenBy(person).size() > before);
        shows(person, answer);
    }

    private void presses(String person, String label, String answer) {
        stage.telegram.presses(person, label);
        shows(person, answer);
    }

    private void shows(String person, String words) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(stage.telegram.seenBy(person))
                .last().satisfies(shown -> assertThat(shown.text()).contains(words)));
    }
}
