package atelier.engine;

import static atelier.engine.TeamStage.BOSS;
import static atelier.engine.TeamStage.GROUP;
import static atelier.engine.TeamStage.MEMBER;
import static atelier.engine.TeamStage.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Standing;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a team sets for itself, and what its people see of that.
class TeamRulesTest {
    @TempDir
    Path folder;

    @AutoClose
    private TeamStage team;
    private TestChat chat;
    private TestAtelier atelier;

    @BeforeEach
    void opens() {
        team = new TeamStage(folder);
        chat = team.chat;
        atelier = team.atelier;
    }

    private String says(String person, Standing standing, String words) {
        return team.says(person, standing, words);
    }

    private String says(String person, Standing standing, String place, String words) {
        return team.says(person, standing, place, words);
    }

    @Test
    void onlyThoseWhoManageATeamChangeIt() {
        assertThat(says("ada", MEMBER, "/settings team features code")).startsWith("Only those who manage");
        assertThat(says("ada", MEMBER, "/settings team")).startsWith("This team has set nothing");
        assertThat(says("boss", BOSS, "/settings team features code")).contains("What may be asked for: /code");
        assertThat(atelier.says("ada", "/settings team features code").text()).startsWith("Team settings belong to");
    }

    @Test
    void whereThePlatformDoesNotSayWhoManagesItIsAsked() {
        chat.administrators.add("ada");

        assertThat(says("ada", MEMBER, "/settings team quiet here commands")).contains("Quiet channels: " + GROUP);
        assertThat(says("eve", MEMBER, "/settings team quiet here off")).startsWith("Only those who manage");
        assertThat(atelier.community().audit().newest(5)).extracting(it -> it.actor() + " " + it.detail())
                .containsExactly("TELEGRAM:" + TestChat.id("ada") + " quiet here commands");
    }

    @Test
    void aForbiddenFeatureIsRefusedAndFree() {
        says("boss", BOSS, "/settings team features lyrics, code");

        assertThat(says("ada", MEMBER, "/melody calm")).isEqualTo(
                "This team does not use me for that. It does for /code, /lyrics. Nothing was charged.");
        assertThat(atelier.used("ada")).isZero();
        assertThat(says("boss", BOSS, "/settings team features dancing")).startsWith("I did not understand");
    }

    @Test
    void aBlockedTopicIsRefusedHoweverItIsWritten() {
        says("boss", BOSS, "/settings team topic add casino, fußball wetten, crypt*, 赌博");

        for (var words : new String[]{"a melody about a CASINO", "a melody for my cas\u200bino",
                "melody: Fussball-Wetten"
                        .replace("Fussball", "Fußball"),
                "a melody about cryptocurrencies", "写一首关于赌博的歌",
                "a melody about a ｃａｓｉｎｏ"}) {
            assertThat(says("ada", MEMBER, words)).as(words).startsWith("This team does not want me");
        }
        assertThat(says("ada", MEMBER, "a melody about casinos on the wall")).contains("A quick tune");
        assertThat(atelier.used("ada")).isEqualTo(1);
    }

    @Test
    void aBlockedTopicIsNotHandedOverEither() {
        team.models.says("You could go to the casino tonight.");
        says("boss", BOSS, "/settings team topic add casino");

        assertThat(says("ada", MEMBER, "/explain print(evening)"))
                .startsWith("What came out speaks of a topic");
        assertThat(chat.shownTo(GROUP)).noneMatch(post -> post.text().contains("tonight"));
        assertThat(atelier.used("ada")).isZero();
    }

    @Test
    void aQuietChannelAnswersCommandsOnlyOrNothing() {
        says("boss", BOSS, "/settings team quiet here commands");
        assertThat(says("ada", MEMBER, "a melody")).isEmpty();
        assertThat(says("ada", MEMBER, "/melody calm")).contains("A quick tune");

        says("boss", BOSS, "/settings team quiet here silent");
        assertThat(says("ada", MEMBER, "/melody calm")).isEmpty();
        assertThat(says("ada", MEMBER, TOPIC, "/melody calm")).contains("A quick tune");

        says("boss", BOSS, "/settings team quiet here off");
        assertThat(says("ada", MEMBER, "a melody")).contains("A quick tune");
    }

    @Test
    void aPlatformsOwnCommandIsNeverLeftHanging() {
        says("boss", BOSS, "/settings team quiet here silent");

        assertThat(team.commands("ada", MEMBER, "melody", "calm")).startsWith("I am to be quiet");
    }

    @Test
    void blockAndAllowListsHoldForPeopleRolesAndChannels() {
        var singer = new Standing(GROUP, Set.of("77"), false, false);
        says("boss", BOSS, "/settings team allow role:77");
        assertThat(says("ada", MEMBER, "/melody calm")).startsWith("This team does not let you");
        assertThat(says("ada", MEMBER, "a melody")).isEmpty();
        assertThat(says("ada", singer, "/melody calm")).contains("A quick tune");

        says("boss", BOSS, "/settings team block user:" + TestChat.id("ada"));
        assertThat(says("ada", singer, "/melody calm")).startsWith("This team does not let you");

        says("boss", BOSS, "/settings team allow everybody");
        says("boss", BOSS, "/settings team unblock all");
        says("boss", BOSS, "/settings team block channel:" + TOPIC);
        assertThat(says("ada", MEMBER, "/melody calm")).contains("A quick tune");
        assertThat(says("ada", MEMBER, TOPIC, "/melody calm")).startsWith("This team does not let you");
        assertThat(says("boss", BOSS, TOPIC, "/melody calm")).contains("A quick tune");
    }

    @Test
    void theLastChangesAreTakenBackOneByOne() {
        says("boss", BOSS, "/settings team model llama3");
        says("boss", BOSS, "/settings team models llama3, gemma");

        assertThat(says("boss", BOSS, "/settings team undo")).contains("Taken back", "Usual model: llama3")
                .doesNotContain("gemma");
        assertThat(says("boss", BOSS, "/settings team undo")).contains("This team has set nothing");
        assertThat(says("boss", BOSS, "/settings team undo")).startsWith("There is no change");
    }

    @Test
    void theTeamsModelsGoToTheRouter() {
        says("boss", BOSS, "/settings team model llama3");
        says("boss", BOSS, "/settings team models llama3, gemma");
        team.models.says("It prints.");
        says("ada", MEMBER, "/explain print(1)");

        assertThat(team.models.asked().getFirst().terms().preferred()).isEqualTo("llama3");
        assertThat(team.models.asked().getFirst().terms().only()).containsExactlyInAnyOrder("llama3", "gemma");
    }

    @Test
    void anAdminLooksAfterATeamFromElsewhere() {
        says("ada", MEMBER, "/help");

        assertThat(atelier.says("admin", "/admin team TELEGRAM:server:" + GROUP + " block user:5").text())
                .contains("These are not answered: user:5");
        assertThat(says("ada", MEMBER, "/settings team")).contains("user:5");
    }
}
