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

    @Test
    void helpKnowsTheLanguageAndNamesNoSentenceACommand() {
        assertThat(atelier.says("ada", "/help how do I change the language").text())
                .startsWith("For that there is /settings language:");
        assertThat(atelier.says("ada", "/help sprache").text()).contains("/settings language");
        assertThat(atelier.says("ada", "/help qwertz asdfgh yxcvbn").text())
                .startsWith("I found nothing about “qwertz asdfgh yxcvbn”.");
    }

    @Test
    void whoTypesACommandThatIsNoneReachesTheLanguageAllTheSame() {
        assertThat(atelier.says("ada", "/language").text()).startsWith("I speak English with you.")
                .contains("English, Deutsch, Español, Français, Português, Русский, 中文");
        assertThat(atelier.says("ada", "/language de").text()).startsWith("Ich spreche jetzt Deutsch");
        assertThat(atelier.says("ada", "/sprache").text()).startsWith("Ich spreche Deutsch mit dir.");
        assertThat(atelier.says("ada", "/langue français").text()).startsWith("Je te parle maintenant en français");
        assertThat(atelier.says("ada", "/settings language").text()).startsWith("Je te parle en français.");
    }
}
