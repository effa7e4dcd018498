package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.generation.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Several models at the same work, side by side.
class CompareTest {
    private static final String LLAMA = "ollama/llama3.2:latest";
    private static final String GEMMA = "ollama/gemma3:4b";
    private static final String QWEN = "lmstudio/qwen/qwen3-8b";
    private static final String GEMINI = "gemini";
    private static final String HAIKU = "/compare write a haiku about rain models: ";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final RivalModels models = new RivalModels().says(LLAMA, "Rain on the tin roof.")
            .says(GEMMA, "Grey clouds, a soft drum.").says(QWEN, "Puddles hold the sky.")
            .says(GEMINI, "Drops begin to speak.");

    private TestAtelier atelier() {
        return with(new Tier("free", 25, 100, 1, true, 1));
    }

    private TestAtelier with(Tier tier) {
        var atelier = new TestAtelier(folder, chat, models, tier, TestAtelier.quick());
        atelier.models.addAll(List.of(there(LLAMA), there(GEMMA), there(QWEN), there("gemini/gemini-2.5-flash"),
                there("gemini/gemini-2.5-pro")));
        return atelier;
    }

    private static Model there(String id) {
        var slash = id.indexOf('/');
        var provider = id.substring(0, slash);
        return new Model(id.substring(slash + 1), provider, !provider.equals("gemini"), true, 0, Model.State.HEALTHY,
                9);
    }

    @Test
    void theAnswersStandSideBySideWithWhatEachTookAndAllOfThemInAFile() {
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", HAIKU + "llama3.2, gemma3");

            assertThat(answer.text()).containsSubsequence("**llama3.2**\nRain on the tin roof.",
                    "**gemma3:4b**\nGrey clouds, a soft drum.", "your 👍 picks the winner",
                    "-# llama3.2 (local) · 1.5 s · 30 tokens · free", "-# gemma3:4b (local) · 1.5 s",
                    "-# together", "60 tokens", "counted as 2 messages");
            assertThat(answer.files()).containsOnlyKeys("comparison.md");
            assertThat(answer.files().get("comparison.md")).contains("> write a haiku about rain", "## gemma3:4b");
            assertThat(answer.buttons()).extracting(Button::label).containsExactly("👍 llama3.2", "👍 gemma3:4b",
                    "Regenerate");
            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void everyModelIsAskedStrictlyTheSameWords() {
        try (var atelier = atelier()) {
            atelier.says("ada", HAIKU + "llama3.2, gemini");

            assertThat(models.asked()).containsExactlyInAnyOrder(LLAMA, GEMINI);
            assertThat(models.requests()).allSatisfy(request -> {
                assertThat(request.prompt().turns().getLast().text()).isEqualTo("write a haiku about rain");
                assertThat(request.terms().preferred()).isNull();
            });
        }
    }

    @Test
    void theTableShowsHowFarEachIsAndModelsOfOneServerTakeTurns() {
        models.holds(LLAMA).holds(GEMINI);
        try (var atelier = atelier()) {
            chat.says("ada", HAIKU + "llama3.2, gemma3, gemini");
            models.awaitRunning(LLAMA, GEMINI);
            awaitShown("▶ llama3.2: generating… 5 words so far", "◌ gemma3:4b: pending",
                    "▶ gemini: generating… 4 words so far");

            models.release(LLAMA);
            awaitShown("✓ llama3.2: completed · 1.5 s · 30 tokens", "✓ gemma3:4b: completed", "▶ gemini: generating…");
            models.release(GEMINI);

            assertThat(atelier.answer("ada").text()).contains("together", "$0.0100");
        }
    }

    private void awaitShown(String... lines) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(chat.shownTo("ada").getLast().text()).contains(lines));
    }

    @Test
    void aModelThatFailsIsGivenBackAndTheOthersCount() {
        var broken = new RivalModels().says(LLAMA, "Rain.").says(GEMINI, "Drops.").fails(GEMMA,
                "No answer from ollama/gemma3:4b (no answer in 30 s). Try again in a moment.");
        try (var atelier = new TestAtelier(folder, chat, broken)) {
            atelier.models.addAll(List.of(there(LLAMA), there(GEMMA), there("gemini/gemini-2.5-flash")));
            var answer = atelier.says("ada", HAIKU + "llama3.2, gemma3, gemini");

            assertThat(answer.text()).contains(
                    "✗ **gemma3:4b** failed: No answer from ollama/gemma3:4b (no answer in 30 s).",
                    "**gemini**\nDrops.", "counted as 2 messages");
            assertThat(answer.buttons()).extracting(Button::label).doesNotContain("👍 gemma3:4b");
            assertThat(atelier.used("ada")).isEqualTo(2);
            assertThat(atelier.calls("ollama", "gemma3:4b")).isEqualTo(1);
            assertThat(atelier.calls("ollama", "llama3.2:latest")).isEqualTo(1);
        }
    }

    @Test
    void whereAllFailNothingIsChargedAndEachReasonIsSaid() {
        var broken = new RivalModels().fails(LLAMA, "“llama3.2” cannot be asked. Start it.").fails(GEMMA,
                "Gone. Load it.");
        try (var atelier = new TestAtelier(folder, chat, broken)) {
            atelier.models.addAll(List.of(there(LLAMA), there(GEMMA)));
            var answer = atelier.says("ada", HAIKU + "llama3.2, gemma3");

            assertThat(answer.text()).contains("None of the 2 models answered. Nothing was charged.",
                    "**llama3.2**: “llama3.2” cannot be asked. Start it.", "**gemma3:4b**: Gone. Load it.");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void withTwoMessagesLeftThreeModelsAreRefusedAndTwoAreNot() {
        try (var atelier = with(new Tier("free", 2, 100, 1, true, 1))) {
            assertThat(atelier.says("ada", HAIKU + "llama3.2, gemma3, gemini").text())
                    .contains("counts as 3 messages, and you have 2 left of the 2 a day", "00:00");
            assertThat(models.asked()).isEmpty();
            assertThat(atelier.used("ada")).isZero();

            atelier.says("ada", HAIKU + "llama3.2, gemma3");
            assertThat(atelier.used("ada")).isEqualTo(2);
            assertThat(atelier.says("ada", HAIKU + "llama3.2, gemma3").text()).contains("all 2 messages");
        }
    }

    @Test
    void stopEndsAllOfThemAndCostsNothing() {
        models.holds(LLAMA).holds(GEMINI);
        try (var atelier = atelier()) {
            chat.says("ada", HAIKU + "llama3.2, gemma3, gemini");
            models.awaitRunning(LLAMA, GEMINI);
            chat.presses("ada", "Stop");

            assertThat(atelier.answer("ada").text()).contains("Stopped. Nothing was charged.");
            assertThat(models.asked()).doesNotContain(GEMMA);
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void afterABreakItBeginsAnewAndIsChargedOnce() {
        models.holds(GEMINI);
        var first = atelier();
        chat.says("ada", HAIKU + "llama3.2, gemini");
        models.awaitRunning(GEMINI);
        first.handsBackAndCloses();
        models.release(GEMINI);

        try (var atelier = atelier()) {
            assertThat(atelier.answer("ada").text()).contains("**llama3.2**", "**gemini**\nDrops begin");
            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a, b, c, d, e, f, g         | up to 6 models at once; you named 7
            llama3.2, nonesuch          | There is no model “nonesuch” at present. There are: ollama/llama3.2:latest
            gemma3, gemma3:4b, GEMMA3   | You named one model only, ollama/gemma3:4b. Comparing takes 2 to 6 names; there are: ollama/llama3.2:latest,
            """)
    void namesThatMakeNoComparisonGetASentenceAndCostNothing(String names, String sentence) {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", HAIKU + names).text()).contains(sentence, "Nothing was charged");
            assertThat(models.asked()).isEmpty();
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/compare write a haiku about rain: gemma3", "/compare gemma3: write a haiku about rain",
            "/compare write a haiku about rain with gemma3", "compare gemma3 on a haiku about rain",
            "/compare write a haiku about rain: gemini"})
    void oneNameAloneIsNotTakenForNone(String words) {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", words).text()).contains("You named one model only",
                    "Comparing takes 2 to 6 names", "Nothing was charged");
            assertThat(models.asked()).isEmpty();
        }
    }

    @Test
    void namesBehindAColonAreMeantAndOtherWordsAreNot() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/compare write a haiku about rain: gemma3, gemini");
            assertThat(models.asked()).containsExactlyInAnyOrder(GEMMA, GEMINI);

            atelier.says("ada", "/compare write a haiku about rain: soft and grey");
            assertThat(models.requests().getLast().prompt().turns().getLast().text())
                    .isEqualTo("write a haiku about rain: soft and grey");
            assertThat(models.asked()).hasSize(6);
        }
    }

    @Test
    void aNameGivenTwiceIsAskedOnce() {
        try (var atelier = atelier()) {
            atelier.says("ada", HAIKU + "gemma3, llama3.2, gemma3:4b");

            assertThat(models.asked()).containsExactlyInAnyOrder(GEMMA, LLAMA);
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void withoutNamesTheHealthyLocalModelsAndThenTheCloudAreCompared() {
        try (var atelier = atelier()) {
            atelier.models.add(new Model("nomic-embed-text", "ollama", true, true, 0, Model.State.HEALTHY, 9));
            atelier.models.add(new Model("away", "ollama", true, true, 0, Model.State.OFFLINE, 9));
            atelier.says("ada", "/compare write a haiku about rain");
            assertThat(models.asked()).containsExactlyInAnyOrder(LLAMA, GEMMA, QWEN, GEMINI);

            atelier.says("ada", "/model local-only on");
            atelier.says("ada", "/compare write a haiku about rain");
            assertThat(models.asked()).hasSize(7);
            assertThat(atelier.says("ada", HAIKU + "gemini, llama3.2").text()).contains("“gemini” is a cloud model");
        }
    }

    @Test
    void withOneModelThereIsNothingToCompare() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.models.add(there(LLAMA));
            assertThat(atelier.says("ada", "/compare write a haiku").text()).contains("Only " + LLAMA, "takes two",
                    "Nothing was charged");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void soundIsNotCompared() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/compare a calm melody in D minor").text()).contains("sound is made here");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare llama3.2 and gemma3", "compare llama3.2 and gemma3: write a haiku about rain",
            "/compare", "/compare models: llama3.2, gemma3"})
    void whatToAskIsAskedForWhereItIsMissing(String words) {
        try (var atelier = atelier()) {
            var said = atelier.says("ada", words);
            if (!words.contains("haiku")) {
                assertThat(atelier.used("ada")).isZero();
                assertThat(said.text()).contains("?");
                atelier.says("ada", "write a haiku about rain");
            }
            assertThat(models.requests()).isNotEmpty().allSatisfy(request -> assertThat(
                    request.prompt().turns().getLast().text()).isEqualTo("write a haiku about rain"));
            assertThat(models.asked()).contains(LLAMA, GEMMA);
        }
    }

    @Test
    void codeIsCheckedAndTheFewestFailedChecksWin() {
        var rivals = new RivalModels().says(LLAMA, "Here.\n```html index.html\n<html><body>Hi</body>\n```")
                .says(GEMMA,
                        "Here.\n```html index.html\n<!doctype html><html lang=\"en\"><head><title>Hi</title></head>"
                                + "<body>Hi</body></html>\n```");
        try (var atelier = new TestAtelier(folder, chat, rivals)) {
            atelier.models.addAll(List.of(there(LLAMA), there(GEMMA)));
            var answer = atelier.says("ada", "/compare write a web page that says hi models: llama3.2, gemma3");

            assertThat(answer.text()).contains("🏆 **gemma3:4b** wins by its checks", "llama3.2: 1 of");
            assertThat(answer.files()).containsOnlyKeys("comparison.md", "llama3.2/index.html", "gemma3-4b/index.html");
            assertThat(answer.buttons()).extracting(Button::label).startsWith("▶ llama3.2", "▶ gemma3:4b");
            assertThat(answer.buttons().subList(0, 2)).extracting(Button::opens).doesNotHaveDuplicates()
                    .allSatisfy(link -> assertThat(link).contains("/play/"));
        }
    }

    @Test
    void aVoteCountsForTheModelAndMayChange() {
        try (var atelier = atelier()) {
            atelier.says("ada", HAIKU + "llama3.2, gemma3");
            chat.presses("ada", "👍 llama3.2");
            await().untilAsserted(
                    () -> assertThat(chat.notices().getLast()).contains("Thank you. llama3.2 is your winner"));
            assertThat(atelier.likes("ollama", "llama3.2:latest")).isEqualTo(1);

            chat.presses("ada", "👍 gemma3:4b");
            await().untilAsserted(() -> assertThat(chat.notices().getLast()).contains("gemma3:4b is your winner"));
            assertThat(atelier.likes("ollama", "llama3.2:latest")).isZero();
            assertThat(atelier.likes("ollama", "gemma3:4b")).isEqualTo(1);
        }
    }

    @Test
    void longAnswersAreShownShortlyAndKeptWhole() {
        var talkers = new RivalModels().says(LLAMA, "word ".repeat(2000) + "END").says(GEMMA, "Short.");
        try (var atelier = new TestAtelier(folder, chat, talkers)) {
            atelier.models.addAll(List.of(there(LLAMA), there(GEMMA)));
            var answer = atelier.says("ada", "/compare tell me about rain models: llama3.2, gemma3");

            assertThat(answer.text()).contains("…", "The rest is in comparison.md", "**gemma3:4b**\nShort.")
                    .doesNotContain("END");
            assertThat(answer.text().length()).isLessThan(2000);
            assertThat(answer.files().get("comparison.md")).contains("word END");
        }
    }
}
