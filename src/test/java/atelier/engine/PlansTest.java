package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Feature;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.create.ScriptedRouter;
import atelier.engine.port.StarShop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tiers allow, what is said of them, and what `/quota` and `/usage` show.
class PlansTest {
    private static final Tiers TIERS = new Tiers(Map.of("free",
            new Tier("free", 2, 100, 1, true, 1, EnumSet.of(Feature.MELODY, Feature.CHAT), 0), "pro",
            new Tier("pro", 500, 100, 3, true, 2)), "free");

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();

    @AutoClose
    private TestAtelier atelier;

    @BeforeEach
    void opens() {
        atelier = new TestAtelier(folder, chat, SettableClock.at("2026-11-21T12:00:00Z"), new ScriptedRouter(), TIERS,
                Offers.NONE, StarShop.CLOSED);
    }

    @Test
    void whatATierLeavesOutIsAnsweredWithTheOneThatHasIt() {
        assertThat(atelier.says("ada", "/song about the sea").text())
                .contains("The free tier does not include whole songs. It comes with **pro**. Nothing was charged.");
        assertThat(atelier.used("ada")).isZero();
        assertThat(atelier.says("ada", "/melody calm").text()).contains("A quick tune");

        gives("pro", null);
        assertThat(atelier.says("ada", "/song about the sea").text()).doesNotContain("does not include");
    }

    @Test
    void theCatalogueMarksWhatTheTierHasAndWhoHasTheRest() {
        assertThat(atelier.says("ada", "/help features").text()).contains("✓ /melody: ", "🔒 /song: ", "(pro)")
                .doesNotContain("✓ /song");
    }

    @Test
    void aBetterTierMovesTheLimitAndLeavesWhatWasUsed() {
        atelier.says("ada", "/melody one");
        atelier.says("ada", "/melody two");
        assertThat(atelier.says("ada", "/melody three").text()).contains("You have used all 2 messages");

        gives("pro", Duration.ofDays(1));
        assertThat(atelier.says("ada", "/quota").text()).contains("2 of 500 messages");
        atelier.says("ada", "/melody three");
        assertThat(atelier.used("ada")).isEqualTo(3);

        atelier.clock.advance(Duration.ofHours(11));
        assertThat(atelier.says("ada", "/quota").text()).contains("3 of 500 messages");
        atelier.clock.advance(Duration.ofHours(14));
        assertThat(atelier.says("ada", "/quota").text()).contains("0 of 2 messages", "tier of everybody");
    }

    @Test
    void quotaSaysWhatWasChargedAndWhatWasFreeAndWhy() {
        atelier.says("ada", "/melody in D");
        atelier.says("ada", "hello there, tell me a joke");
        var said = atelier.says("ada", "/quota").text();

        assertThat(said).contains("“/melody in D”: 1 message", "the count starts anew at 00:00 UTC",
                "free, it failed");
    }

    @Test
    void thePlanSaysWhereItComesFromAndUntilWhen() {
        gives("pro", Duration.ofDays(30));

        assertThat(atelier.says("ada", "/plan").text()).contains("**pro** tier", "Whoever runs me gave it to you,",
                "until Dec 21, 2026", "everything I can do", "- **free**: 2 messages a day", "melodies, conversation");
        assertThat(atelier.says("ada", "/subscribe").text()).contains("Nothing is sold here");
    }

    @Test
    void usageComesWithAPictureOfTheTimeAskedFor() {
        atelier.says("ada", "/melody in D");

        var month = atelier.says("ada", "/usage");
        assertThat(month.text()).contains("Last 30 days: 1 answer,", "all free");
        assertThat(month.files()).hasEntrySatisfying("usage.png",
                png -> assertThat(png.getBytes(StandardCharsets.ISO_8859_1)).startsWith(0x89, 'P', 'N', 'G'));
        assertThat(atelier.presses("ada", "Today").text()).contains("Today: 1 answer");
        assertThat(atelier.says("ada", "/usage 90 days").text()).contains("Last 90 days: 1 answer");
        assertThat(atelier.says("ada", "/usage today").text()).contains("Today: 1 answer");
        assertThat(atelier.says("bob", "/usage week")).satisfies(said -> {
            assertThat(said.text()).contains("Last 7 days: 0 answers");
            assertThat(said.files()).isEmpty();
        });
    }

    @Test
    void onlyThoseWhoRunItSeeWhatOthersUsed() {
        atelier.says("ada", "/melody in D");

        assertThat(atelier.says("bob", "/usage everyone").text()).contains("Only those who run me");
        assertThat(atelier.says("admin", "/usage everyone").text()).contains("Everybody, last 30 days: 1 answer");
        assertThat(atelier.says("admin", "/usage team 7").text()).contains("This chat, last 7 days: 0 answers");
    }

    @Test
    void aCodeIsNotShownWhereOthersRead() {
        chat.saysInGroup("ada", "-100", "/link code");
        atelier.awaitIdle();

        assertThat(chat.shownTo("-100").getLast().text()).contains("private chat");
    }

    @Test
    void wordsThatAreNoCodeShowWhatIsJoined() {
        for (var words : List.of("/link", "/link telegram", "/link please")) {
            assertThat(atelier.says("ada", words).text()).as(words).contains("I know you as Telegram (ada)");
        }
        assertThat(atelier.says("ada", "/link ABCD-2345").text()).contains("wrong, too old, or was used before");
    }

    private void gives(String tier, @org.jspecify.annotations.Nullable Duration howLong) {
        atelier.people.grants().grant(new Identity(Platform.TELEGRAM, TestChat.id("ada"), "ada"), tier,
                howLong == null ? null : atelier.clock.instant().plus(howLong));
    }
}
