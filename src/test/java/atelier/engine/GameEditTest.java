package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import atelier.create.design.Palette;
import atelier.create.game.DesignJson;
import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign;
import atelier.generation.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A game changed by what its person says about it, with a model and without one.
class GameEditTest {
    private static final String DESIGN = """
            {"title": "Honey Heist", "description": "A bee on a mission.", "archetype": "snake",
             "story": {"premise": "The hive has been robbed.", "acts": [], "themes": []}, "mechanics": [],
             "protagonist": {"name": "Zibby", "role": "hero", "description": "A small bee.", "sprite": "bee"}, "others": [],
             "levels": [{"name": "First Flight", "objective": "Leave the hive.", "difficulty": 1}], "look": {}, "beyond": []}
            """;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void whatIsUnderstoodWithoutAModelChangesThatAndNothingElse() throws IOException {
        models.says(DESIGN);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var first = design(atelier.says("ada", "make a snake game about a bee"));

            var harder = design(atelier.says("ada", "harder level 3"));
            assertThat(difficulty(harder, 3)).isGreaterThan(difficulty(first, 3));
            assertThat(harder.levels().subList(0, 2)).isEqualTo(first.levels().subList(0, 2));
            assertThat(harder.levels().getLast()).isEqualTo(first.levels().getLast());

            var longer = design(atelier.says("ada", "make it 18 levels"));
            assertThat(longer.levels()).hasSize(18).startsWith(harder.levels().toArray(GameDesign.Level[]::new));

            var named = atelier.says("ada", "rename it to Pollen Run");
            assertThat(named.text()).contains("**Pollen Run**", "Changed: the title is now “Pollen Run”.");
            assertThat(named.files()).containsKey("pollen-run.zip");

            var robot = design(atelier.says("ada", "make the hero a robot"));
            assertThat(robot.protagonist()).isEqualTo(new GameDesign.Figure("Zibby", "hero", "Robot", "robot"));

            var dark = design(atelier.says("ada", "darker"));
            assertThat(Palette.contrast(dark.look().text(), dark.look().background())).isGreaterThanOrEqualTo(4.5);
            assertThat(dark.look()).isNotEqualTo(robot.look());

            var slow = design(atelier.says("ada", "slower"));
            assertThat(slow.levels()).allSatisfy(level -> assertThat(level.speed())
                    .isLessThanOrEqualTo(dark.levels().get(level.number() - 1).speed()));
            assertThat(slow.title()).isEqualTo("Pollen Run");
            assertThat(slow.levels().getFirst().name()).isEqualTo("First Flight");
            assertThat(models.asked()).hasSize(1);
        }
    }

    @Test
    void anotherEngineGetsTheSameDesignAndTheNextChangeStaysThere() throws IOException {
        models.fails(Failure.NO_MODEL, "No model is there.");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var first = design(atelier.says("ada", "make a snake game in the forest"));
            var godot = atelier.says("ada", "in Godot instead");
            assertThat(files(godot)).containsKey("project.godot").doesNotContainKey("index.html");
            assertThat(design(godot)).isEqualTo(first);

            var slower = atelier.says("ada", "slower");
            assertThat(files(slower)).containsKey("project.godot");
            assertThat(atelier.says("ada", "/undo").text()).contains("Back to version 2");
            assertThat(files(atelier.answer("ada"))).containsKey("project.godot");
            assertThat(models.asked()).hasSize(1);
        }
    }

    @Test
    void theDifferenceIsTheDesignAndNotTheRegeneratedPage() {
        models.fails(Failure.NO_MODEL, "No model is there.");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "make a snake game in the forest");
            atelier.says("ada", "rename it to Moss Run");
            var diff = atelier.says("ada", "/diff");

            assertThat(diff.text()).contains("version 2 against version 1", "`design.json` changed, +1 −1 lines",
                    "`DESIGN.md` changed, +1 −1 lines", "regenerated from the design: `index.html`",
                    "+# Moss Run", "+  \"title\" : \"Moss Run\"").doesNotContain("<script");
            assertThat(diff.files()).isEmpty();
        }
    }

    @Test
    void whatNeedsAModelIsSaidWhereThereIsNoneAndNotCharged() {
        models.fails(Failure.NO_MODEL, "No model is there.");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "make a snake game in the forest");
            var used = atelier.used("ada");

            models.fails(Failure.NO_MODEL, "No model is there.");
            assertThat(atelier.says("ada", "make the final boss sing opera").text())
                    .contains("Without a model I can change", "harder level 3", "Nothing was charged.");
            assertThat(atelier.says("ada", "make level 40 harder").text())
                    .contains("there is no level 40", "Nothing was charged");
            assertThat(atelier.used("ada")).isEqualTo(used);
        }
    }

    @Test
    void aModelIsAskedForTheRestAndWhatWasTurnedStaysTurned() throws IOException {
        models.says(DESIGN);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "make a snake game about a bee");
            var slow = design(atelier.says("ada", "slower"));
            models.says(DESIGN.replace("A small bee.", "A bee with a tuba."));
            var tuba = design(atelier.says("ada", "make Zibby play the tuba and make it darker"));

            assertThat(tuba.protagonist().description()).isEqualTo("A bee with a tuba.");
            assertThat(tuba.levels()).extracting(GameDesign.Level::speed)
                    .isEqualTo(slow.levels().stream().map(GameDesign.Level::speed).toList());
            assertThat(tuba.look()).isNotEqualTo(slow.look());
            assertThat(models.asked()).hasSize(2);
        }
    }

    private static double difficulty(GameDesign design, int level) {
        return Difficulty.of(design.levels().get(level - 1));
    }

    private static GameDesign design(TestChat.Post answer) throws IOException {
        return DesignJson.read(files(answer).getOrDefault("design.json", answer.text()));
    }

    private static Map<String, String> files(TestChat.Post answer) throws IOException {
        var zip = answer.files().keySet().stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".zip"))
                .findFirst().orElseThrow(() -> new AssertionError(answer.toString()));
        return PackingTest.unzipped(answer, zip);
    }
}
