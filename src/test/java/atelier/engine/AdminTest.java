package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.create.ScriptedRouter;
import atelier.usage.Call;
import atelier.usage.Cost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who run Atelier do in chat, and what everybody else sees of it.
class AdminTest {
    private static final String EVE = "telegram:" + TestChat.id("eve");

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, new ScriptedRouter());
    }

    @Test
    void othersAreToldThatItIsNotTheirsAndNothingMore() {
        try (var atelier = atelier()) {
            for (var words : new String[]{"/admin", "/admin status", "/admin ban " + EVE, "/admin keys",
                    "/admin yes abc"}) {
                assertThat(atelier.says("ada", words).text())
                        .isEqualTo("Only those who run me use that. Nothing was done.");
            }
            assertThat(atelier.says("eve", "/help").text()).contains("/admin");
            assertThat(atelier.used("ada")).isZero();
            assertThat(atelier.community().audit().newest(10)).isEmpty();
        }
    }

    @Test
    void whatOthersWouldSeeIsSaidInPrivateOnly() {
        try (var atelier = atelier()) {
            chat.saysInGroup("admin", "-100", "/admin status");

            assertThat(atelier.answer("-100").text()).startsWith("Others would see that here");
        }
    }

    @Test
    void aBanIsConfirmedToldOnceAndLifted() {
        try (var atelier = atelier()) {
            atelier.says("eve", "a melody");
            assertThat(atelier.says("admin", "/admin ban " + EVE + " spam").text()).startsWith("Ban " + EVE + "?");
            assertThat(atelier.says("eve", "a melody").files()).isNotEmpty();
            assertThat(atelier.presses("admin", "Yes, do it").text()).isEqualTo(EVE + " is banned.");

            assertThat(atelier.says("eve", "a melody").text()).startsWith("Those who run me have banned you");
            var told = chat.shownTo("eve").size();
            atelier.says("eve", "a melody");
            atelier.says("eve", "/help");
            assertThat(chat.shownTo("eve")).hasSize(told);
            assertThat(atelier.says("admin", "/admin bans").text()).contains(EVE, ": spam");

            atelier.says("admin", "/admin unban " + EVE);
            assertThat(atelier.says("eve", "a melody").files()).isNotEmpty();
            assertThat(atelier.says("admin", "/admin audit").text()).contains("unban " + EVE, "ban " + EVE, "“spam”",
                    "TELEGRAM:" + TestChat.id("admin"));
        }
    }

    @Test
    void aYesHoldsOnceAndNotForEver() {
        try (var atelier = atelier()) {
            atelier.says("admin", "/admin ban " + EVE);
            atelier.presses("admin", "Yes, do it");
            atelier.says("admin", "/admin unban " + EVE);
            var first = chat.shownTo("admin").getFirst();
            assertThat(atelier.presses("admin", first, "Yes, do it").text()).startsWith("That question was answered");

            var late = atelier.says("admin", "/admin drain");
            atelier.clock.advance(Duration.ofMinutes(11));
            assertThat(atelier.presses("admin", late, "Yes, do it").text()).startsWith("That question was answered");
            assertThat(atelier.says("admin", "/admin bans").text()).isEqualTo("Nobody is banned.");
        }
    }

    @Test
    void nobodyWhoRunsItCanBeBanned() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("admin", "/admin ban telegram:" + TestChat.id("admin")).text())
                    .contains("cannot be banned");
            assertThat(atelier.says("admin", "/admin ban eve").text()).startsWith("Whom do you mean?");
        }
    }

    @Test
    void workOfTheBannedIsStoppedAndCostsNothing() {
        var held = new Held();
        try (var atelier = new TestAtelier(folder, chat, new ScriptedRouter(), new Tier("free", 25, 100, 1, true, 1),
                held)) {
            chat.says("eve", "a melody");
            held.awaitBegun();
            chat.says("eve", "another melody");
            chat.says("admin", "/admin ban " + EVE);
            await().until(() -> atelier.shows("admin", "Ban " + EVE));
            chat.presses("admin", "Yes, do it");

            atelier.awaitIdle();
            assertThat(held.begun()).isEqualTo(1);
            assertThat(atelier.used("eve")).isZero();
            assertThat(chat.textsTo("eve")).anyMatch(it -> it.startsWith("Stopped"));
            held.release();
        }
    }

    @Test
    void aDrainRefusesNewWorkFinishesTheOldAndOutlivesARestart() {
        var held = new Held();
        try (var atelier = new TestAtelier(folder, chat, new ScriptedRouter(), new Tier("free", 25, 100, 1, true, 1),
                held)) {
            chat.says("eve", "a melody");
            held.awaitBegun();
            chat.says("admin", "/admin drain");
            await().until(() -> atelier.shows("admin", "Take no new work"));
            chat.presses("admin", "Yes, do it");
            await().until(() -> atelier.shows("admin", "No new work is taken"));
            chat.says("ada", "a melody");
            await().until(() -> atelier.shows("ada", "take on nothing new"));
            held.release();
            atelier.awaitIdle();
            assertThat(chat.shownTo("eve").getLast().files()).isNotEmpty();
        }
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "a melody").text()).contains("take on nothing new");
            assertThat(atelier.says("ada", "/quota").text()).contains("0 of 25");
            assertThat(atelier.says("admin", "/admin undrain").text()).isEqualTo("New work is taken again.");
            assertThat(atelier.says("ada", "a melody").files()).isNotEmpty();
        }
    }

    @Test
    void newsGoToEveryChatOnceAfterALookAtThem() {
        try (var atelier = atelier()) {
            atelier.says("eve", "/help");
            chat.saysInGroup("eve", "-100", "/help");
            atelier.awaitIdle();
            assertThat(atelier.says("admin", "/admin announce We move *tonight*.").text())
                    .contains("Send this to 3 chats").endsWith("We move *tonight*.");
            var asked = chat.shownTo("admin").getLast();
            assertThat(chat.textsTo("eve")).noneMatch(it -> it.contains("We move"));
            atelier.presses("admin", asked, "Yes, do it");
            chat.presses("admin", asked, "Yes, do it");

            await().atMost(Duration.ofSeconds(20)).until(() -> chat.textsTo("admin").stream()
                    .anyMatch(it -> it.equals("It went out to 3 chats.")));
            atelier.awaitIdle();
            for (var place : new String[]{"eve", "-100", "admin"}) {
                assertThat(chat.textsTo(place).stream().filter(it -> it.equals("We move *tonight*."))).hasSize(1);
            }
        }
    }

    @Test
    void newsGoOnAfterARestartAndStopWhenTold() {
        try (var atelier = new TestAtelier(folder, chat, new ScriptedRouter(), new Tier("free", 25, 100, 1, true, 1),
                TestAtelier.quick(), false)) {
            var places = atelier.community().places();
            for (var i = 0; i < 40; i++) {
                places.seen(new Chat(Platform.TELEGRAM, "chat" + i, true), "", atelier.account("eve"));
            }
            var news = atelier.community().announcements();
            news.begin("Hello.", atelier.account("admin"), "test", new Chat(Platform.TELEGRAM, "admin", true),
                    places.since(atelier.clock.instant().minusSeconds(60)));
            for (var i = 0; i < 15; i++) {
                news.next(); // the process died after it had put these into the outbox
            }
        }
        try (var atelier = atelier()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> chat.textsTo("admin").stream()
                    .anyMatch(it -> it.equals("It went out to 40 chats.")));
            atelier.awaitIdle();
            assertThat(chat.textsTo("chat0")).hasSizeLessThanOrEqualTo(1);
            var all = 0;
            for (var i = 0; i < 40; i++) {
                all += chat.textsTo("chat" + i).size();
            }
            assertThat(all).isEqualTo(25);

            atelier.says("admin", "/admin announce Again.");
            chat.presses("admin", "Yes, do it");
            await().until(() -> atelier.shows("admin", "It goes out to 41 chats"));
            assertThat(atelier.says("admin", "/admin announce stop").text()).startsWith("Stopped: ");
            assertThat(atelier.community().announcements().next()).isEmpty();
        }
    }

    @Test
    void statusUsageBudgetsAndKeysAreShownWithoutSecrets() {
        try (var atelier = atelier()) {
            atelier.says("eve", "a melody");
            atelier.records(
                    new Call(new Call.For("j1", atelier.account("eve"), "TELEGRAM:-100", 1, "TALK"), "m", "gemini",
                            false, new Call.Tokens(10, 0, 20), 1, 2, "done", Cost.of(0.25), atelier.clock.instant()));

            assertThat(atelier.says("admin", "/admin status").text()).contains("Running 0", "done 1", "TELEGRAM ●");
            assertThat(atelier.says("admin", "/admin usage 7").text()).contains("TELEGRAM:" + TestChat.id("eve"),
                    "TELEGRAM:-100", "$0.25", "last 7 days");
            assertThat(atelier.says("admin", "/admin usage " + EVE + " 7").text()).contains("$0.25")
                    .doesNotContain("-100");
            assertThat(atelier.says("admin", "/admin usage TELEGRAM:-100").text()).contains("$0.25");
            assertThat(atelier.says("admin", "/admin usage telegram:99999999").text()).endsWith("–");
            assertThat(atelier.says("admin", "/admin budget " + EVE + " 0.50 a day").text()).contains("of $0.50 spent");
            assertThat(atelier.says("admin", "/admin budget").text())
                    .contains("The service's budget for today: $0 spent");
            assertThat(atelier.says("admin", "/admin keys").text()).startsWith("Nobody has entrusted");
            assertThat(atelier.says("admin", "/admin frobnicate").text()).contains("/admin status");
        }
    }

    @Test
    void nobodyLiftsWhatAnAdminAllowsThem() {
        try (var atelier = atelier()) {
            atelier.says("eve", "/settings budget 3");
            assertThat(atelier.says("admin", "/admin budget " + EVE + " 2").text())
                    .contains(EVE + " for November: $0 of $2 spent");

            assertThat(atelier.says("eve", "/settings budget 5").text()).contains("of $2 spent", "A smaller limit set");
            assertThat(atelier.says("eve", "/settings budget none").text()).contains("of $2 spent",
                    "A smaller limit set");
            assertThat(atelier.says("eve", "/settings budget").text()).contains("of $2 spent");
            assertThat(atelier.says("admin", "/admin budget " + EVE + " none").text()).contains("no limit");
            assertThat(atelier.says("eve", "/settings budget").text()).startsWith("Nothing limits");
        }
    }

    @Test
    void whatIsNoAmountChangesNoBudget() {
        try (var atelier = atelier()) {
            atelier.says("eve", "/settings budget 3");
            for (var amount : List.of("-1", "-$2", "abc", "99999999999", "1.2.3", "banana for the team", "$-5 a day")) {
                assertThat(atelier.says("eve", "/settings budget " + amount).text()).as(amount)
                        .startsWith("I did not understand how much, so I changed nothing.");
            }
            assertThat(atelier.says("eve", "/settings budget").text()).contains("of $3 spent");
            assertThat(atelier.says("eve", "/settings budget $0,50 a day").text()).contains("of $0.50 spent");
        }
    }

    @Test
    void anAdminIsAnsweredInTheirLanguage() {
        try (var atelier = atelier()) {
            chat.saysAs(new Sender(Platform.TELEGRAM, TestChat.id("admin"), "admin", Locale.GERMAN), "",
                    "/admin budget " + EVE + " 2", null);
            assertThat(atelier.answer("").text()).contains(EVE + " für November: $0 von $2");
            chat.saysAs(new Sender(Platform.TELEGRAM, TestChat.id("admin"), "admin", Locale.GERMAN), "", "/admin drain",
                    null);
            assertThat(atelier.answer("").text()).startsWith("Ab jetzt keine neue Arbeit annehmen?");
        }
    }

    @Test
    void aTierIsGivenForAWhileAndTakenBack() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("admin", "/admin tier " + EVE + " free 30").text())
                    .isEqualTo(EVE + " has the free tier, until 2026-12-21 12:00 UTC.");
            assertThat(atelier.says("admin", "/admin tier " + EVE).text()).contains("**free**", EVE, "(admin)",
                    "2026-12-21");
            assertThat(atelier.says("admin", "/admin tier " + EVE + " gold").text()).contains("There are: free");
            assertThat(atelier.says("admin", "/admin tier " + EVE + " free until 2020-01-01").text())
                    .contains("Nothing was changed");
            assertThat(atelier.says("admin", "/admin tier " + EVE + " free 0").text()).contains("Nothing was changed");
            assertThat(atelier.says("admin", "/admin tier " + EVE + " none").text())
                    .contains("no tier of yours any more");
            assertThat(atelier.says("admin", "/admin audit").text()).contains("tier " + EVE + " “free 30”")
                    .as("what was not done is not noted").doesNotContain("gold", "2020", "free 0");
        }
    }
}
