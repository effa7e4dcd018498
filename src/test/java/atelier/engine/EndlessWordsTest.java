package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages as long as they may be, made so that reading them takes for ever or nests too deep. While one is read nobody else is heard.
@Timeout(value = 100, unit = TimeUnit.SECONDS)
class EndlessWordsTest {
    private static final int ROOM = 31_000;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();

    @AutoClose
    private TestAtelier atelier;

    @BeforeEach
    void opens() {
        atelier = new TestAtelier(folder, chat, new ScriptedRouter());
    }

    private static String filled(String before, String filling, String after) {
        return before + filling.repeat(ROOM / filling.length()) + after;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/model rename a", "/model set a", "/model fallbacks a", "/settings budget"})
    void wishesAboutModelsAndSettingsAreRefusedWhenTheyGoOnForEver(String before) {
        assertThat(atelier.says("ada", filled(before, " ", "b")).text()).contains("too long", "changed nothing");
        assertThat(atelier.says("ada", filled(before, ".", "b")).text()).contains("too long", "changed nothing");
        assertThat(atelier.says("ada", filled(before, " please", "b")).text()).contains("too long", "changed nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"please ", "compare ", "all my ", "the ", "models: ", "  ", "both, ",
            "compare models: a;\n"})
    void wishesToCompareAreUnderstoodHoweverLong(String filling) {
        assertThat(atelier.says("ada", filled("/compare ", filling, "")).text()).doesNotContain("stumbled");
        assertThat(atelier.says("ada", filled("compare gemma and llama ", filling, "x\ny")).text())
                .doesNotContain("stumbled");
    }

    @Test
    void theModelOfAnotherTakeMayStandFarBehind() {
        var answer = atelier.says("ada", filled("/retry with", " ", "x".repeat(400)));

        assertThat(answer.text()).contains("nothing to make again");
    }
}
