package atelier.engine;

import static atelier.engine.TeamStage.BOSS;
import static atelier.engine.TeamStage.ELSEWHERE;
import static atelier.engine.TeamStage.GROUP;
import static atelier.engine.TeamStage.MEMBER;
import static atelier.engine.TeamStage.OTHER_BOSS;
import static atelier.engine.TeamStage.STRANGER;
import static atelier.engine.TeamStage.TEAM;
import static atelier.engine.TeamStage.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.OwnModel;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who manage a server or group set once for all its channels: keys, models, money, personas and templates. A channel's
/// own comes first, and nothing of it is seen in another server.
class TeamWideTest {
    private static final String KEY = "AIza" + "SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12";
    private static final String DENIED = "Only those who manage this server or group change its settings. Nothing was changed.";

    @TempDir
    Path folder;

    @AutoClose
    private final GeminiStandIn gemini = new GeminiStandIn();

    @AutoClose
    private final OllamaStandIn ollama = new OllamaStandIn();

    @AutoClose
    private TeamStage team;

    @BeforeEach
    void opens() {
        gemini.hasModel("gemini-3.8-flash");
        ollama.hasModel("llama3.2:latest").hasModel("gemma3:4b").answers("Words.");
        team = new TeamStage(folder, ollama.url(), gemini.url());
        team.says("bob", STRANGER, ELSEWHERE, "/help");
    }

    private String keyOf(String place) {
        try (var key = team.atelier.keys.use(new Owner.Team(place), "gemini", Origin.of(gemini.url())).orElse(null)) {
            return key == null ? "none" : key.value();
        }
    }

    private void adds(String whom, String model, String name) {
        assertThat(team.says("boss", BOSS, "/model add for %s ollama %s %s as %s".formatted(whom, ollama.url(), model,
                name))).contains("**" + name + "** is this " + whom + "'s now");
    }

    /// The models that were ready to answer somebody's words there, the first one first.
    private List<String> asked(String person, String place) {
        team.models.says("It prints.");
        team.says(person, place.equals(ELSEWHERE) ? STRANGER : MEMBER, place, "/explain print(1)");
        return team.models.asked().getLast().terms().own().stream().map(OwnModel::name).toList();
    }

    @Test
    void whoManagesAServerGivesItsKeyInAForm() {
        assertThat(team.fillsIn("ada", MEMBER, "add gemini for team", KEY)).startsWith("A key for a whole team is");
        assertThat(team.says("eve", OTHER_BOSS, ELSEWHERE, "/provider add gemini for team " + TEAM)).isEqualTo(DENIED);
        assertThat(keyOf(TEAM)).isEqualTo("none");

        assertThat(team.fillsIn("boss", BOSS, "add gemini for team", KEY))
                .startsWith("Gemini answers with this team's");
        assertThat(keyOf(TEAM)).isEqualTo(KEY);
        assertThat(List.of(keyOf("TELEGRAM:" + GROUP), keyOf("TELEGRAM:server:" + ELSEWHERE))).containsOnly("none");

        assertThat(team.says("boss", BOSS, TOPIC, "/provider")).contains("Keys of this chat's team:\n- **Gemini** at");
        assertThat(team.says("ada", MEMBER, TOPIC, "/provider")).doesNotContain("team");
        assertThat(team.says("eve", OTHER_BOSS, ELSEWHERE, "/provider")).contains("team: none yet");
        assertThat(asked("ada", TOPIC)).containsExactly("Gemini");
        assertThat(asked("bob", ELSEWHERE)).isEmpty();
    }

    @Test
    void whoAdministersAGroupGivesItsKeyInAPrivateChat() {
        team.chat.administrators.add("ada");
        assertThat(team.says("ada", MEMBER, "/provider add gemini for team"))
                .contains("`/provider add gemini for team " + TEAM + "`");

        assertThat(team.atelier.says("ada", "/provider add gemini for team " + TEAM).text())
                .startsWith("Send me the Gemini key now");
        assertThat(team.atelier.says("ada", KEY).text()).startsWith("Gemini answers with the team's key …Nm12");
        assertThat(keyOf(TEAM)).isEqualTo(KEY);
        assertThat(team.atelier.says("eve", "/provider remove gemini for team " + TEAM).text()).isEqualTo(DENIED);
        assertThat(team.atelier.says("eve", "/provider add gemini for team %s %s".formatted(TEAM, KEY)).text())
                .startsWith("A key for a whole team is");
        assertThat(keyOf(TEAM)).isEqualTo(KEY);
        assertThat(team.says("ada", MEMBER, TOPIC, "/provider remove gemini for team"))
                .startsWith("This team's Gemini");
        assertThat(keyOf(TEAM)).isEqualTo("none");
    }

    @Test
    void aKeyOfSomebodyWhoManagesTheGroupNoLongerIsNotKept() {
        team.chat.administrators.add("ada");
        team.says("ada", MEMBER, "/help");
        team.atelier.says("ada", "/provider add gemini for team " + TEAM);
        team.chat.administrators.clear();

        assertThat(team.atelier.says("ada", KEY).text()).isEqualTo(DENIED);
        assertThat(keyOf(TEAM)).isEqualTo("none");
        assertThat(gemini.requests()).isEmpty();
    }

    @Test
    void aModelOfTheTeamAnswersInAllItsChatsAndOneOfTheChatFirst() {
        assertThat(team.says("ada", MEMBER, "/model add for team ollama " + ollama.url())).isEqualTo(DENIED);
        adds("team", "llama3.2:latest", "Ours");
        assertThat(asked("ada", GROUP)).containsExactly("Ours");
        assertThat(asked("ada", TOPIC)).containsExactly("Ours");
        assertThat(asked("bob", ELSEWHERE)).isEmpty();

        adds("chat", "gemma3:4b", "Here");
        assertThat(asked("ada", GROUP)).containsExactly("Here", "Ours");
        assertThat(asked("ada", TOPIC)).containsExactly("Ours");
        assertThat(team.says("ada", MEMBER, "/model")).containsSubsequence("This chat's:", "**Here**", "This team's:",
                "**Ours**");
        assertThat(team.says("bob", STRANGER, ELSEWHERE, "/model")).doesNotContain("Ours", "Here");
    }

    @Test
    void onlyWhoManagesTheTeamChangesItsModels() {
        team.chat.administrators.add("cleo");
        adds("team", "llama3.2:latest", "Ours");

        assertThat(team.says("ada", MEMBER, "/model rename Ours to Mine")).isEqualTo(DENIED);
        assertThat(team.says("ada", MEMBER, TOPIC, "/model remove Ours")).isEqualTo(DENIED);
        assertThat(team.says("bob", OTHER_BOSS, ELSEWHERE, "/model remove Ours")).startsWith("You have no model");
        assertThat(team.says("cleo", MEMBER, TOPIC, "/model set Ours temperature 0.2")).contains("temperature 0.2");
        assertThat(team.says("cleo", MEMBER, "/model remove Ours")).startsWith("**Ours** is removed");
        assertThat(asked("ada", GROUP)).isEmpty();
        assertThat(team.says("cleo", MEMBER, "/model restore for team ollama %s llama3.2:latest as Ours"
                .formatted(ollama.url()))).startsWith("**Ours** is back");
    }

    @Test
    void theTeamsUsualModelMayBeOneOfItsOwnAndAChatsChoiceComesFirst() {
        adds("team", "llama3.2:latest", "Ours");
        team.says("boss", BOSS, "/settings team model Ours");
        asked("ada", TOPIC);
        assertThat(team.models.asked().getLast().terms().preferred()).isEqualTo("Ours");

        adds("chat", "gemma3:4b", "Here");
        assertThat(team.says("boss", BOSS, "/model use Here")).contains("**Here** answers you here");
        asked("ada", GROUP);
        assertThat(team.models.asked().getLast().terms().preferred()).isEqualTo("Here");
        asked("ada", TOPIC);
        assertThat(team.models.asked().getLast().terms().preferred()).isEqualTo("Ours");
    }

    @Test
    void aBudgetForTheTeamHoldsInAllItsChatsAndAChatMayHaveOneOfItsOwn() {
        team.chat.administrators.add("cleo");
        assertThat(team.says("ada", MEMBER, "/settings budget 5 for the team")).isEqualTo(DENIED);
        assertThat(team.says("cleo", MEMBER, "/settings budget 5 for the team")).contains("This team's budget",
                "of $5");
        assertThat(team.says("ada", MEMBER, TOPIC, "/settings budget")).contains("This team's budget", "of $5");
        assertThat(team.says("boss", BOSS, TOPIC, "/settings budget 2 for this chat")).contains("This chat's budget",
                "of $2");
        assertThat(team.says("ada", MEMBER, TOPIC, "/settings budget")).contains("This chat's budget", "of $2")
                .doesNotContain("of $5");
        assertThat(team.says("ada", MEMBER, "/settings budget")).contains("of $5").doesNotContain("of $2");
        assertThat(team.says("bob", STRANGER, ELSEWHERE, "/settings budget")).startsWith("Nothing limits");
    }

    @Test
    void whoManagesAGroupChoosesHowIAmToTalkThere() {
        team.chat.administrators.add("cleo");
        assertThat(team.says("ada", MEMBER, "/persona use pirate for the team")).isEqualTo(DENIED);
        assertThat(team.says("ada", MEMBER, "/persona save gnome for the channel: short and grim")).isEqualTo(DENIED);

        assertThat(team.says("cleo", MEMBER, "/persona use pirate for the team")).contains("**pirate** in this team");
        assertThat(team.says("ada", MEMBER, TOPIC, "/persona")).contains("**pirate** ✓");
        assertThat(team.says("boss", BOSS, TOPIC, "/persona use teacher for the channel")).contains("**teacher**");
        assertThat(team.says("ada", MEMBER, TOPIC, "/persona")).contains("**teacher** ✓");
        assertThat(team.says("ada", MEMBER, "/persona")).contains("**pirate** ✓");
        assertThat(team.says("bob", STRANGER, ELSEWHERE, "/persona")).doesNotContain("✓");
    }

    @Test
    void whoManagesAGroupSharesTemplatesInAllOfItAndTakesOthersBack() {
        team.chat.administrators.add("cleo");
        team.says("ada", MEMBER, "/template save tune: /melody calm");
        assertThat(team.says("ada", MEMBER, "/template share tune with the team")).isEqualTo(DENIED);
        assertThat(team.says("ada", MEMBER, "/template share tune")).startsWith("Everybody here can use **tune**");
        assertThat(team.says("eve", MEMBER, TOPIC, "/template show tune")).startsWith("You have no template");

        team.says("cleo", MEMBER, "/template save loud: /melody loud");
        assertThat(team.says("cleo", MEMBER, "/template share loud with the team"))
                .startsWith("Everybody in this team");
        assertThat(team.says("eve", MEMBER, TOPIC, "/template show loud")).contains("/melody loud");
        assertThat(team.says("bob", STRANGER, ELSEWHERE, "/template show loud")).startsWith("You have no template");

        assertThat(team.says("eve", MEMBER, "/template unshare tune")).isEqualTo(DENIED);
        assertThat(team.says("cleo", MEMBER, "/template unshare tune")).startsWith("**tune** is no longer shared");
    }
}
