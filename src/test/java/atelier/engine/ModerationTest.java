package atelier.engine;

import static atelier.engine.TeamStage.BOT;
import static atelier.engine.TeamStage.GROUP;
import static atelier.engine.TeamStage.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.chat.Button;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports, bots that talk to bots, and chats in which too much comes at once.
class ModerationTest {
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

    @Test
    void anybodyInTheChatReportsAResultAndTheAdminsAreToldWhereItIs() {
        atelier.says("admin", "/help");
        team.says("ada", MEMBER, "/melody calm");
        var result = chat.shownTo(GROUP).getLast();
        chat.pressesIn(GROUP, "eve", result, "🚩");
        atelier.awaitIdle();

        await().until(() -> chat.notices().contains("Thank you. Those who run me will look at it."));
        var told = chat.shownTo("admin").getLast();
        assertThat(told.text()).contains("TELEGRAM:" + TestChat.id("eve"), "A quick tune",
                "https://chat.example/" + GROUP + "/" + result.id());
        assertThat(told.buttons()).extracting(Button::label).containsExactly("Ban TELEGRAM:" + TestChat.id("ada"));
        assertThat(atelier.presses("admin", told, "Ban TELEGRAM:" + TestChat.id("ada")).text())
                .startsWith("Ban telegram:" + TestChat.id("ada") + "?");

        chat.pressesIn(GROUP, "eve", result, "🚩");
        await().until(() -> chat.notices().contains("You have reported that already; it is known."));
        assertThat(atelier.community().audit().newest(5)).extracting(it -> it.what()).contains("report");
    }

    @Test
    void aPrivateResultHasNoFlagButCanBeReportedByWords() {
        atelier.says("admin", "/help");
        var result = atelier.says("ada", "a melody");
        assertThat(result.buttons()).extracting(Button::label).doesNotContain("🚩");

        assertThat(atelier.replies("ada", result, "/report it is rude").text()).startsWith("Thank you");
        assertThat(chat.shownTo("admin").getLast().text()).contains("it is rude");
        assertThat(atelier.says("admin", "/admin reports").text()).contains("it is rude");
    }

    @Test
    void reportsAreNotAWayToFloodTheAdmins() {
        atelier.says("admin", "/help");
        var before = chat.shownTo("admin").size();
        for (var i = 0; i < 8; i++) {
            atelier.says("eve", "a melody");
            atelier.says("eve", "/report");
        }

        assertThat(chat.shownTo("admin")).hasSize(before + 5);
        assertThat(chat.shownTo("eve").getLast().text()).startsWith("That is more than I can pass on");
    }

    @Test
    void thereIsNothingToReportBeforeAnythingWasMade() {
        assertThat(atelier.says("eve", "/report").text()).startsWith("Say that in reply to what");
    }

    @Test
    void twoBotsWiredToEachOtherExchangeOneMessage() {
        team.says("robot", BOT, "/help");
        var answers = chat.shownTo(GROUP).size();
        for (var i = 0; i < 20; i++) {
            team.says("robot", BOT, "/help");
        }
        assertThat(chat.shownTo(GROUP)).hasSize(answers);

        team.says("ada", MEMBER, "/help");
        team.says("robot", BOT, "/help");
        assertThat(chat.shownTo(GROUP)).hasSize(answers + 2);
    }

    @Test
    void aFloodInOneChatIsSlowedDownAndHoldsUpNoOther() {
        for (var i = 0; i < 90; i++) {
            chat.saysAs(TestChat.sender("person" + i, MEMBER), GROUP, "/quota", null);
        }
        atelier.awaitIdle();
        var texts = chat.textsTo(GROUP);

        assertThat(texts.stream().filter(it -> it.contains("0 of 25"))).hasSize(60);
        assertThat(texts).anyMatch(it -> it.startsWith("Too much comes at once in this chat"));
        assertThat(atelier.says("ada", "/quota").text()).contains("0 of 25");
    }
}
