package atelier.create.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench;
import atelier.generation.Failure;
import atelier.intent.CodeBrief;
import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCreatorsTest {
    private final ScriptedRouter router = new ScriptedRouter();
    private final List<String> progress = new ArrayList<>();

    @Test
    void lyricsComeAsASheetWithTitleAndSections() {
        router.says("# Rain Again\n\n**Verse 1**\nDrops on the pane\n\n[Chorus]\nRain, rain\n");
        var brief = new MusicBrief(null, null, null, null, null, null, "pop", "sad", "es", null);
        var creation = new LyricsCreator(router).create(new Intent.WriteLyrics("rain", brief),
                ScriptedRouter.bench(progress));

        assertThat(creation.title()).isEqualTo("Rain Again");
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("lyrics.txt");
        assertThat(new String(creation.files().getFirst().content(), StandardCharsets.UTF_8))
                .isEqualTo("Rain Again\n\n[Verse 1]\nDrops on the pane\n\n[Chorus]\nRain, rain\n");
        assertThat(creation.text()).startsWith("**Rain Again**").contains("**[Chorus]**");
        assertThat(router.system(0)).contains("Genre: pop", "Mood: sad", "Language of the lyrics: Spanish");
    }

    @Test
    void reviewReadsTheAttachedFile() {
        router.says("**high** a.py line 1: wrong");
        var creation = new ReviewCreator(router).create(new Intent.ReviewCode("", CodeBrief.SILENT),
                ScriptedRouter.bench(progress, new Workbench.Material("a.py", "x = 1")));
        assertThat(creation.text()).contains("`a.py:1` \u00B7 wrong");
        assertThat(creation.files()).isEmpty();
        assertThat(router.words(0)).contains("`a.py`", "x = 1");
    }

    @Test
    void nothingToLookAtIsSaidWithoutAskingAModel() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new ExplainCreator(router).create(new Intent.ExplainCode(" ", CodeBrief.SILENT),
                        ScriptedRouter.bench(progress)))
                .withMessageContaining("Paste it");
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(
                () -> new LogCreator(router).create(new Intent.AnalyzeLog(""), ScriptedRouter.bench(progress)));
        assertThat(router.asked()).isEmpty();
    }

    @Test
    void talkStreamsTheWholeTextSoFar() {
        router.says("Hello there, Ada.");
        var creation = new TalkCreator(router).create(new Intent.Talk("hi"), ScriptedRouter.bench(progress));
        assertThat(creation.text()).isEqualTo("Hello there, Ada.");
        assertThat(progress).containsExactly("Hello t", "Hello there, A", "Hello there, Ada.");
        assertThat(router.system(0)).contains("You are Atelier");
    }

    @Test
    void emptyAnswerAndFailureBecomeSentences() {
        router.says("  ").fails(Failure.RATE_LIMITED, "Too busy; try in a minute.");
        var creator = new TalkCreator(router);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> creator.create(new Intent.Talk("hi"), ScriptedRouter.bench(progress)))
                .withMessageContaining("nothing");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> creator.create(new Intent.Talk("hi"), ScriptedRouter.bench(progress)))
                .withMessage("Too busy; try in a minute.");
    }

    @Test
    void commandsOfAnAnalysisCarryTheHigherRisk() {
        router.says("""
                **What happened**: the disk is full, `df` says.

                **Commands**
                - `df -h` \u00B7 low \u00B7 shows how full the disks are
                - `rm -rf /var/log/old` \u00B7 low \u00B7 frees space
                ```bash
                $ sudo systemctl restart nginx
                ```
                """);
        var creation = new LogCreator(router).create(new Intent.AnalyzeLog("No space left on device"),
                ScriptedRouter.bench(progress));
        assertThat(creation.text()).contains("the disk is full, `df` says.",
                "- \uD83D\uDFE2 low \u00B7 `df -h` \u00B7 shows how full the disks are",
                "- \uD83D\uDD34 critical \u00B7 `rm -rf /var/log/old` \u00B7 frees space (deletes folders without asking)",
                "- \uD83D\uDFE1 medium \u00B7 `sudo systemctl restart nginx`", "make a backup first");
    }

    @Test
    void aLongLogKeepsBeginningEndAndErrors() {
        router.says("It broke.");
        var log = new StringBuilder("FIRST LINE\n");
        for (int i = 0; i < 60_000; i++) {
            log.append(
                    i == 30_000 ? "java.io.IOException: disk quota exceeded\n" : "12:00:00 INFO step " + i + " done\n");
        }
        var creation = new LogCreator(router).create(new Intent.AnalyzeLog("why?"),
                ScriptedRouter.bench(progress, new Workbench.Material("a.log", log + "LAST LINE\n")));
        assertThat(router.words(0)).contains("FIRST LINE", "LAST LINE", "disk quota exceeded", "step 29999",
                "left out]");
        assertThat(router.words(0).length()).isLessThan(120_000);
        assertThat(creation.text()).contains("beginning, its end and the lines around errors");
    }
}
