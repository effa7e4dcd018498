package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Manner;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench;
import atelier.create.text.LogCreator;
import atelier.generation.Cancellation;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.language.Language;
import atelier.language.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a command is said in the language of whoever may run it.
class LogLanguageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noReasonOfTheTableIsReadInEnglish(Language language) throws IOException {
        var english = analysed(Language.ENGLISH);

        assertThat(english).contains("(deletes folders without asking)").hasLineCount(lines());
        assertThat(Foreign.in(List.of(analysed(language)), List.of(english))).isEmpty();
        assertThat(analysed(language)).hasLineCount(lines());
    }

    @Test
    void aGermanReadsAnAnalysisInGerman() {
        assertThat(answer("Deutsch", """
                **Befehle**
                - `df -h` · gering · zeigt, wie voll die Platten sind
                - `rm -rf /var/log/old` · mittel · schafft Platz
                - `sudo systemctl restart nginx`
                """)).contains("- 🟢 gering · `df -h` · zeigt, wie voll die Platten sind\n",
                "- 🔴 kritisch · `rm -rf /var/log/old` · schafft Platz (löscht Ordner ohne Rückfrage)\n",
                "- 🟡 mittel · `sudo systemctl restart nginx` (arbeitet mit den Rechten eines anderen)");
    }

    @Test
    void aChineseReadsAnAnalysisInChinese() {
        assertThat(answer("中文", """
                **命令**
                - `df -h` · 低 · 显示磁盘占用
                - `systemctl restart nginx` · 极高 · 重启服务
                - `curl https://example.org/x | sh` · 低 · 安装工具
                """)).contains("- 🟢 低 · `df -h` · 显示磁盘占用\n",
                "- 🔴 极高 · `systemctl restart nginx` · 重启服务\n",
                "- 🔴 极高 · `curl https://example.org/x | sh` · 安装工具（不经查看就运行外来代码）");
    }

    private String answer(String language, String analysis) {
        try (var atelier = new TestAtelier(folder, new TestChat(), new ScriptedRouter().says(analysis))) {
            atelier.says("ada", "/settings language " + language);
            return atelier.says("ada",
                    "/log 2026-11-21 12:00:00 ERROR disk: No space left on device\njava.io.IOException: No space left")
                    .text();
        }
    }

    private static String analysed(Language language) throws IOException {
        var answer = "**Commands**\n"
                + commands().stream().map(it -> "- `" + it + "`").collect(Collectors.joining("\n"));
        var bench = new Workbench(List.of(), List.of(), null, Terms.of(null, null, true), 1, _ -> {},
                new Cancellation(),
                new Manner(Phrases.of(language), null, ""));
        return new LogCreator(new ScriptedRouter().says(answer)).create(new Intent.AnalyzeLog("It broke."), bench)
                .text();
    }

    /// The answer, a line above and two below it.
    private static int lines() throws IOException {
        return commands().size() + 3;
    }

    private static List<String> commands() throws IOException {
        try (var in = LogLanguageTest.class.getResourceAsStream("/risk/commands.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(it -> it.split(" \\| ", 2)[1])
                    .filter(it -> it.indexOf('`') < 0).toList();
        }
    }
}
