package atelier.create.dojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Manner;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench;
import atelier.create.game.Archetype;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Terms;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import atelier.language.Language;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// A person asks for a game, with models that answer well, badly or not at all.
class GameCreatorTest {
    private static final String DESIGN = """
            {"title": "Honey Heist", "description": "A bee on a mission.", "archetype": "snake",
             "story": {"premise": "The hive has been robbed.", "acts": [], "themes": []},
             "mechanics": [{"id": "grow", "name": "Swarm", "rule": "The swarm grows."}],
             "protagonist": {"name": "Zibby", "role": "hero", "description": "A small bee.", "sprite": "bee"}, "others": [],
             "levels": [{"name": "First Flight", "objective": "Leave the hive.", "difficulty": 1}], "look": {}, "beyond": [%s]}
            """;
    private static final String PAGE = """
            Honey for everyone.

            ```html index.html
            <!DOCTYPE html>
            <html><body><canvas></canvas><script>let a = 1;</script></body></html>
            ```
            """;
    private static final String BROKEN = "```html index.html\n<!DOCTYPE html><html><script src=\"game.js\"></script></html>\n```";

    private final ScriptedRouter router = new ScriptedRouter();
    private final List<String> progress = new ArrayList<>();

    private Creation make(String words, GameBrief brief, Workbench.Material... materials) {
        return new GameCreator(router).create(new Intent.MakeGame(words, brief),
                ScriptedRouter.bench(progress, materials));
    }

    private Creation make(String words) {
        return make(words, new GameBrief(null, null, null, null, null));
    }

    private static String text(Creation creation, String path) {
        return creation.files().stream().filter(file -> file.path().equals(path))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElse("");
    }

    private static GameDesign design(Creation creation) {
        return DesignJson.read(text(creation, "design.json"));
    }

    @Test
    void aModelsDesignBecomesAPageWithItsDocuments() {
        router.says(DESIGN.formatted(""));
        var creation = make("a snake game about a bee, 12 levels");

        assertThat(creation.files()).extracting(Artifact::path).containsExactly("index.html", "DESIGN.md", "levels.png",
                "design.json", "DEPLOY.md");
        assertThat(creation.checks()).isNotEmpty().allMatch(Check::passed);
        assertThat(creation.title()).isEqualTo("Honey Heist");
        assertThat(creation.text()).contains("Honey Heist", "The hive has been robbed.", "Swarm: The swarm grows.",
                "12 levels", "Designed by tiny: title, story, 1 level name, 1 mechanic, 1 figure; the rest by Atelier.",
                "Open `index.html`");
        assertThat(text(creation, "index.html")).contains("Zibby", "First Flight");
        assertThat(text(creation, "DESIGN.md")).contains("# Honey Heist", "| Zibby | hero |", "First Flight",
                "levels.png");
        assertThat(text(creation, "DEPLOY.md")).contains("itch.io", "Honey Heist").doesNotContain("%TITLE%");
        assertThat(creation.answeredBy()).isNotNull();
        assertThat(router.asked()).hasSize(1);
        assertThat(router.asked().getFirst().prompt().schema()).contains("\"archetype\"");
        assertThat(router.system(0)).contains("- snake: grow", "12").doesNotContain("{{", "- platformer");
        assertThat(progress).contains("Designing the game… levels").noneMatch(line -> line.contains("{"));
    }

    @Test
    void withoutAnyModelThereIsStillAGame() {
        router.fails(Failure.NO_MODEL, "No model is available.");
        var creation = make("ein Schlangenspiel im Weltraum mit 99 Leveln, bitte");

        assertThat(creation.files().getFirst().path()).isEqualTo("index.html");
        assertThat(design(creation).archetype()).isEqualTo(Archetype.SNAKE);
        assertThat(design(creation).levels()).hasSize(20);
        assertThat(creation.text()).contains("Es wurde kein Modell benutzt", "höchstens 20 Level", "statt 99",
                "Nächste Schritte");
        assertThat(creation.answeredBy()).isNull();
        assertThat(creation.maker()).isEqualTo(GameCreator.MAKER);
        assertThat(creation.checks()).allMatch(Check::passed);
    }

    @Test
    void aModelWishedForByNameThatDoesNotAnswerIsNotPassedOver() {
        router.fails(Failure.MODEL_MISSING, "There is no model “foo”.");
        var bench = new Workbench(List.of(), List.of(), Terms.of("foo", null, true), 1, text -> {},
                new Cancellation());
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new GameCreator(router).create(
                        new Intent.MakeGame("snake", new GameBrief(null, null, null, null, null)), bench))
                .withMessage("There is no model “foo”.");
    }

    @Test
    void whatIsBeingDesignedIsToldInTheLanguageOfThePerson() {
        router.says(DESIGN.formatted(""));
        var bench = new Workbench(List.of(), List.of(), null, Terms.of(null, null, true), 1, progress::add,
                new Cancellation(), new Manner(Phrases.of(Language.GERMAN), null, ""));
        new GameCreator(router).create(new Intent.MakeGame("snake", new GameBrief(null, null, null, null, null)),
                bench);
        assertThat(progress).contains("Ich entwerfe das Spiel… Level").noneMatch(line -> line.startsWith("Designing"));
    }

    @Test
    void stoppingIsNoFailure() {
        router.fails(Failure.CANCELLED, "Stopped.");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> make("a snake game"));
    }

    @Test
    void garbageAndRefusalsStillGiveAGameAndThatIsSaid() {
        for (var answer : List.of("I'm sorry, I cannot help with that.", "lorem ipsum {{{", "")) {
            router.says(answer);
            var creation = make("a snake game");
            assertThat(creation.text()).contains("tiny answered with nothing usable", "Atelier designed this game");
            assertThat(design(creation).levels()).hasSize(14);
        }
    }

    @Test
    void whatTheSkeletonCannotDoTheModelWritesItself() {
        router.says(DESIGN.formatted("\"online duels\"")).says(PAGE);
        var creation = make("a snake game with online duels");

        assertThat(text(creation, "index.html")).contains("let a = 1;");
        assertThat(creation.files()).extracting(Artifact::path).contains("DESIGN.md", "DEPLOY.md", "levels.png");
        assertThat(creation.text()).contains("Its code was written by tiny and passed every check.");
        assertThat(router.system(1)).contains("“online duels”", "\"title\" : \"Honey Heist\"", "self-contained page");
        assertThat(creation.answeredBy()).extracting("inputTokens").isEqualTo(20L);
        assertThat(text(creation, "design.json")).contains("codeWrittenBy");
    }

    @Test
    void codeThatFailsTwiceGivesWayToOurOwnGameAndThatIsSaid() {
        router.says(DESIGN.formatted("\"online duels\"")).says(BROKEN).says(BROKEN);
        var creation = make("a snake game with online duels");

        assertThat(creation.text()).contains("failed the checks twice", "references resolve",
                "Atelier's own game instead");
        assertThat(text(creation, "index.html")).contains("First Flight");
        assertThat(creation.checks()).allMatch(Check::passed);
        assertThat(creation.answeredBy()).extracting("inputTokens").isEqualTo(30L);
    }

    @Test
    void aPageThatNeedsTheNetworkIsNotHandedOver() {
        var page = PAGE.replace("<script>", "<script src=\"https://cdn.example/x.js\"></script><script>");
        router.says(DESIGN.formatted("")).says(page).says(page);
        var creation = make("a snake game from scratch, own code");
        assertThat(creation.text()).contains("without any external address", "Atelier's own game instead");
    }

    @Test
    void refusedCodeGivesWayToo() {
        router.says(DESIGN.formatted("\"gravity\"")).says("I'm sorry, I can't do that.");
        assertThat(make("a snake game with gravity").text()).contains("Code of its own was not to be had");
    }

    @Test
    void anEarlierDesignIsChangedAndCodeOfOthersIsEdited() {
        router.fails(Failure.NO_MODEL, "None.").fails(Failure.NO_MODEL, "None.");
        var first = make("a snake game in space");
        var earlier = new Workbench.Material("design.json", text(first, "design.json"));
        var page = new Workbench.Material("index.html", "x".repeat(100_000));
        var longer = make("make it 18 levels", new GameBrief(null, null, "snake", null, null), earlier, page);
        assertThat(design(longer).levels()).hasSize(18);
        assertThat(design(longer).title()).isEqualTo(design(first).title());
        assertThat(router.words(1)).contains("design.json").doesNotContain("xxxxxxxx");

        router.says(DESIGN.formatted("")).says(PAGE);
        var edited = make("make the snake blue", new GameBrief(null, null, null, null, null),
                new Workbench.Material("index.html", "<html>mine</html>"));
        assertThat(text(edited, "index.html")).contains("let a = 1;");
        assertThat(router.words(3)).contains("<html>mine</html>");
    }

    @Test
    void aFileOfTheSameNameThatIsNoDesignDoesNotHideTheGamesOwn() {
        router.fails(Failure.NO_MODEL, "None.").fails(Failure.NO_MODEL, "None.");
        var first = make("a snake game in space");
        var longer = make("make it 18 levels", new GameBrief(null, null, "snake", null, null),
                new Workbench.Material("notes/design.json", "{\"colour\": \"red\"}"),
                new Workbench.Material("design.json", text(first, "design.json")),
                new Workbench.Material("index.html", "<html>ours</html>"));

        assertThat(design(longer).levels()).hasSize(18);
        assertThat(design(longer).title()).isEqualTo(design(first).title());
    }

    @Test
    void codeOfOthersIsNeverExchangedForOurs() {
        var mine = new Workbench.Material("index.html", "<html>mine</html>");
        router.fails(Failure.NO_MODEL, "No model is available.");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> make("make it blue", new GameBrief(null, null, null, null, null), mine))
                .withMessage("No model is available.");
        router.says(DESIGN.formatted("")).says(BROKEN).says(BROKEN);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> make("make it blue", new GameBrief(null, null, null, null, null), mine))
                .withMessageContaining("yours stays as it was");
    }

    @Test
    void anEngineOfOthersIsAnsweredWithOurs() {
        for (var words : List.of("a snake game in Unreal", "a role-playing game in RPG Maker", "a game in Scratch")) {
            assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> make(words))
                    .withMessageContaining("HTML5, Phaser, Pygame, Godot and Unity")
                    .withMessageContaining("Nothing was charged");
        }
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> make("snake", new GameBrief("frostbite", null, null, null, null)))
                .withMessageContaining("frostbite");
        assertThat(router.asked()).isEmpty();
    }

    @Test
    void anotherLanguageIsWrittenByTheModelAlone() {
        router.says("A game.\n```rust src/main.rs\nfn main() {}\n```");
        var creation = make("a snake game in Rust", new GameBrief(null, "rust", "snake", null, 3));
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("src/main.rs");
        assertThat(router.system(0)).contains("Programming language: rust", "Number of levels: 3");
    }

    @Test
    void namesOfOthersDoNotReachTheGame() {
        router.says(DESIGN.formatted("").replace("Honey Heist", "Super Mario World").replace("Zibby", "Luigi's Zelda"));
        var creation = make("a clone of Super Mario with a snake");
        assertThat(creation.text()).contains("“Super Mario”", "inspired by the genre");
        assertThat(creation.title()).doesNotContainIgnoringCase("mario");
        assertThat(text(creation, "index.html")).doesNotContainIgnoringCase("zelda");
    }

    @Test
    void emptyAndEndlessWordsAreAGameToo() {
        router.fails(Failure.NO_MODEL, "None.").fails(Failure.NO_MODEL, "None.");
        assertThat(make("").files()).isNotEmpty();
        assertThat(make("snake ".repeat(5000)).files()).isNotEmpty();
    }
}
