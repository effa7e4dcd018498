package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wishes kept under a name.
class TemplateTest {
    private static final String CODE = "```python main.py\nprint(1)\n```\n";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void whatWasMadeIsKeptByAButtonAndMadeAgainByItsName() {
        models.says(CODE).says(CODE);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code print one in Python");
            var saved = atelier.presses("ada", "Save as template");
            assertThat(saved.text()).contains("Saved **print-one-in-python**", "/code print one in Python");

            var again = atelier.presses("ada", "Use it");
            assertThat(again.files()).containsKey("main.py");
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void blanksAreAskedForOneByOneOrFilledAtOnce() {
        models.says("Sea words").says("Sky words");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save song: /lyrics {mood} words about {topic}");
            assertThat(atelier.says("ada", "/template use song").text()).contains("what is the mood?");
            assertThat(atelier.says("ada", "quiet").text()).contains("what is the topic?");
            assertThat(atelier.says("ada", "the sea at night").text()).contains("Sea words");
            assertThat(models.asked().getLast().prompt().turns().getLast().text())
                    .contains("quiet words about the sea at night");

            assertThat(atelier.says("ada", "/template use song topic=the sky; mood=loud").text()).contains("Sky words");
            assertThat(models.asked().getLast().prompt().turns().getLast().text()).contains("loud words about the sky");
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void aNameAloneUsesTheTemplate() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save tune: a {mood} melody");

            assertThat(atelier.says("ada", "/template tune").text()).contains("what is the mood?");
            assertThat(atelier.says("ada", "/template nothing").text()).startsWith("Your templates:");
        }
    }

    @Test
    void aPersonaSavedOverAnotherCanBeTakenBack() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/persona save gnome: short and grim");
            atelier.says("ada", "/persona save gnome: tall and merry");
            atelier.presses("ada", "Undo");

            assertThat(atelier.says("ada", "/persona show gnome").text()).contains("short and grim");
            assertThat(atelier.says("ada", "/persona save").text()).startsWith("How I can talk:");
        }
    }

    @Test
    void bracesOfCodeAreNoBlanks() {
        models.says("What it does.");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var saved = atelier.says("ada", """
                    /template save why: explain to {reader} this: function f(a) {return} and `{x}` and ${y} and {{z}}
                    ```js
                    const {a} = b; if (a) { stop }
                    ```""");
            assertThat(saved.text()).contains("I ask for reader each time.");

            assertThat(atelier.says("ada", "/template use why reader=a child").text()).contains("What it does.");
            assertThat(models.words(0)).contains("to a child this", "{return}", "`{x}`", "${y}", "{{z}}", "{a} = b",
                    "{ stop }");
        }
    }

    @Test
    void templatesAreListedShownRenamedAndRemovedWithAWayBack() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            assertThat(atelier.says("ada", "/template").text()).contains("no templates yet", "/template save NAME");
            atelier.says("ada", "/template save Waltz: /melody a slow waltz");
            assertThat(atelier.says("ada", "/template list").text()).contains("**waltz**: /melody a slow waltz");
            assertThat(atelier.says("ada", "/template rename waltz to dance").text()).contains("**dance** now");
            assertThat(atelier.says("ada", "/template show dance").text()).contains("/melody a slow waltz");
            atelier.says("ada", "/template remove dance");
            assertThat(atelier.says("ada", "/template use dance").text()).contains("no template **dance**");
            atelier.says("ada", "/template remove dance");
            assertThat(atelier.presses("ada", "Undo").text()).contains("Saved **dance**");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void nobodySeesAnothersAndOddWishesHarmNothing() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save mine: /melody a slow waltz");
            assertThat(atelier.says("eve", "/template use mine").text()).contains("no template **mine**");
            assertThat(atelier.says("ada", "/template save loop: /template use loop").text())
                    .contains("cannot use templates");
            assertThat(atelier.says("ada", "/template save ???: words").text()).contains("**mine**");
            assertThat(atelier.says("ada", "/template keep jnotthere12").text()).contains("nothing to keep");
            for (var odd : new String[]{"/template save", "/template use", "/template rename mine", "/template {",
                    "/template use "
                            + "x".repeat(900),
                    "/template save a: " + "{b} ".repeat(200)}) {
                assertThat(atelier.says("ada", odd).text()).as(odd).isNotBlank();
            }
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void plainWordsAreFilledByTheAnswerToAQuestionToo() {
        models.says("Sea words");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save song: write me quiet lyrics about {topic}");
            assertThat(atelier.says("ada", "/template use song").text()).contains("what is the topic?");
            assertThat(atelier.says("ada", "the sea at night").text()).contains("Sea words");
            assertThat(models.asked().getLast().prompt().turns().getLast().text())
                    .contains("quiet lyrics about the sea at night").doesNotContain("lyrics about write");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void aTemplateThatUsesItselfInWhateverWordsIsToldApart() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            for (var words : new String[]{"use my template loop", "/TEMPLATE use loop", "{x} use loop"}) {
                atelier.says("ada", "/template save loop: " + words);
                assertThat(atelier.says("ada", "/template use loop x=/template").text()).as(words)
                        .contains("cannot use templates");
            }
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void whatIsFilledInIsNoLongerThanAMessage() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save many: /code " + "{a} ".repeat(1_000));
            assertThat(atelier.says("ada", "/template use many a=" + "x".repeat(2_000)).text())
                    .contains("more than the 32,000");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void aLongTemplateThatWasRemovedComesBackWhole() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/template save long: /code " + "word ".repeat(2_000) + "end");
            atelier.says("ada", "/template remove long");
            assertThat(atelier.presses("ada", "Undo").text()).contains("Saved **long**");
        }
    }
}
