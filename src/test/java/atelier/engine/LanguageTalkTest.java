package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTalkTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();

    @AutoClose
    private TestAtelier atelier;

    @BeforeEach
    void opens() {
        atelier = new TestAtelier(folder, chat, new ScriptedRouter());
    }

    @Test
    void theBotSpeaksTheLanguageAPersonChooses() {
        assertThat(atelier.says("ada", "/settings language Deutsch").text()).startsWith("Ich spreche jetzt Deutsch");
        assertThat(atelier.says("ada", "/settings sprache klingonisch").text())
                .startsWith("„klingonisch“ spreche ich selbst nicht").contains("English, Deutsch, Español");
        assertThat(atelier.says("ada", "/settings language auto").text()).startsWith("I follow the language of your");
    }
}
