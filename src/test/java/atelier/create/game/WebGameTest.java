package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameDesign.Mechanic;
import atelier.intent.Complexity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebGameTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void pageNeedsNothingFromOutsideAndStaysSmall(Archetype archetype) {
        var page = page(Designs.sample(archetype, Complexity.ADVANCED, 3));
        assertThat(page).doesNotContainPattern("(?i)https?:").doesNotContain("//")
                .doesNotContainPattern("(?i)\\b(src|href|srcset|action)=").doesNotContain("url(", "@import")
                .doesNotContainPattern(
                        "\\beval\\b|\\bnew Function\\b|\\bimport\\b\\s*\\(|\\bfetch\\b|XMLHttpRequest|WebSocket")
                .doesNotContainPattern("\\b(alert|confirm|prompt)\\s*\\(|requestPointerLock");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(120_000);
    }

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void everyMechanicOfTheListIsAskedForByTheScript(Archetype archetype) {
        var page = page(Designs.sample(archetype, Complexity.BASIC, 3));
        var always = List.of("jump", "walk", "paddle", "bricks", "fire", "dodge", "swap", "target", "build", "tap",
                "waves",
                "base", archetype == Archetype.SNAKE ? "collect" : "");
        assertThat(Mechanics.of(archetype)).extracting(Mechanic::id).filteredOn(id -> !always.contains(id))
                .allSatisfy(id -> assertThat(page).contains("has('" + id + "')"));
    }

    @Test
    void onlyTheArchetypesOwnScriptIsInThePage() {
        assertThat(page(Designs.sample(Archetype.SNAKE, Complexity.BASIC, 3)).split("const GAME =", -1)).hasSize(2);
    }

    @Test
    void sameDesignGivesTheSamePageAndAnotherSeedAnother() {
        var design = Designs.sample(Archetype.PUZZLE, Complexity.INTERMEDIATE, 3);
        assertThat(page(design)).isEqualTo(page(Designs.sample(Archetype.PUZZLE, Complexity.INTERMEDIATE, 3)))
                .isNotEqualTo(page(Designs.sample(Archetype.PUZZLE, Complexity.INTERMEDIATE, 4)));
    }

    @Test
    void longSeedsKeepEveryDigit() {
        assertThat(page(Designs.sample(Archetype.SNAKE, Complexity.BASIC, Long.MAX_VALUE - 1)))
                .contains("\"seed\":\"9223372036854775806\"");
    }

    @Test
    void hostileTextsStayInsideTheirString() {
        for (var text : HOSTILE) {
            var page = page(with(text));
            assertThat(page.split("<script", -1)).as(text).hasSize(2);
            assertThat(page.split("</script", -1)).as(text).hasSize(2);
            assertThat(page).as(text).doesNotContain("<!--", "\u2028", "\u2029", "//").doesNotContain("<img");
            var script = SCRIPT.matcher(page);
            assertThat(script.find()).as(text).isTrue();
            assertThat(script.group(1)).as(text).contains("const GAME =").doesNotContain("</");
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).as(text).isLessThan(120_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void designsSurviveTheWayThroughJson(Archetype archetype) {
        var design = Designs.sample(archetype, Complexity.ADVANCED, Long.MIN_VALUE);
        var json = DesignJson.write(design);
        assertThat(DesignJson.read(json)).isEqualTo(design);
        assertThat(json).contains("\"archetype\" : \"" + archetype.id() + "\"", "\"complexity\" : \"advanced\"");
    }

    @Test
    void jsonThatIsNoDesignIsRefusedByName() {
        var json = DesignJson.write(Designs.sample(Archetype.SNAKE, Complexity.BASIC, 1));
        assertThatThrownBy(() -> DesignJson.read("[1]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DesignJson.read("{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DesignJson.read(json.replace("\"snake\"", "\"chess\"")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("chess");
        assertThatThrownBy(() -> DesignJson.read(json.replace("\"levels\"", "\"stages\"")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("levels");
    }

    /// What somebody, or a model, might write into a design.
    static final List<String> HOSTILE = List.of("</script><script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">", "<!-- <script> -->", "'\"`${document.title='owned'}\\",
            "a\u2028b\u2029c\0d\ud800e", "/*SCRIPT*/ /*DESIGN*/ <!--TITLE--> $1 \\u003c", "🦊🎮👩‍👩‍👧‍👦",
            "x".repeat(10_000),
            "שלום עולם \u202e abc", "https://example.org/?a=1&b=2", "]]></style><style>*{display:none}</style>");

    static GameDesign with(String text) {
        var plain = Designs.sample(Archetype.CLICKER, Complexity.ADVANCED, 5);
        var story = new GameDesign.Story(text,
                plain.story().acts().stream()
                        .map(act -> new GameDesign.Act(text, text, act.firstLevel(), act.lastLevel())).toList(),
                List.of(text));
        return new GameDesign(text, text, plain.archetype(), plain.complexity(), story,
                plain.mechanics().stream().map(one -> new Mechanic(one.id(), text, text)).toList(),
                new Figure(text, "hero", text, text), List.of(new Figure(text, text, text, text)),
                plain.levels().stream().map(one -> new GameDesign.Level(one.number(), text, text, one.speed(),
                        one.density(), one.goal(), one.seconds())).toList(),
                plain.look(), plain.language(), 5);
    }

    private static String page(GameDesign design) {
        return new String(WebGame.page(design), StandardCharsets.UTF_8);
    }
}
