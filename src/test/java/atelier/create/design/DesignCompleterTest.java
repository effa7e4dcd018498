package atelier.create.design;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.game.Archetype;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.create.game.Mechanics;
import atelier.create.game.Sprites;
import atelier.intent.Complexity;
import atelier.intent.GameBrief;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a model says, what comes out is a game.
class DesignCompleterTest {
    private static final GameBrief SILENT = new GameBrief(null, null, null, null, null);

    static final String GOOD = """
            {"title": "Honey Heist", "description": "A bee on a mission.", "archetype": "platformer",
             "story": {"premise": "The hive has been robbed.", "acts": [
               {"title": "Buzz", "summary": "Out of the hive.", "lastLevel": 5},
               {"title": "Sting", "summary": "Into the den.", "lastLevel": 12}], "themes": ["honey", "courage"]},
             "mechanics": [{"id": "jump", "name": "Flutter", "rule": "Flutter over gaps."},
               {"id": "double-jump", "name": "Second wind", "rule": "Flutter again in the air."},
               {"id": "teleport", "name": "Teleport", "rule": "Not possible."}],
             "protagonist": {"name": "Zibby", "role": "hero", "description": "A small bee.", "sprite": "bee"},
             "others": [{"name": "Old Bear", "role": "villain", "description": "Robs hives.", "sprite": "grizzly"},
               {"name": "Moth", "role": "ally", "description": "Knows the way.", "sprite": "bug"}],
             "levels": [{"name": "First Flight", "objective": "Leave the hive.", "difficulty": 1},
               {"name": "Meadow", "objective": "Cross the meadow.", "difficulty": 2},
               {"name": "Meadow", "objective": "Collect 900 drops.", "difficulty": 9}],
             "look": {"background": "#222222", "surface": "#333333", "hero": "#ffcc00", "foe": "#232323",
               "prize": "#ff8800", "text": "#2a2a2a"},
             "beyond": ["online high scores"]}
            """;

    private static Wish wish(String words) {
        return WishReader.read(words, SILENT);
    }

    @Test
    void mechanicsAreToldInTheLanguageOfTheWish() {
        var english = DesignCompleter.alone(wish("a snake game"), Optional.empty(), 7).design();
        var german = DesignCompleter.alone(wish("ein Schlangenspiel für mich"), Optional.empty(), 7).design();
        var spanish = DesignCompleter.alone(wish("hazme un juego de serpiente"), Optional.empty(), 7).design();
        assertThat(english.mechanics().getFirst().rule()).isEqualTo("Each bite makes you longer.");
        assertThat(german.mechanics().getFirst().rule()).isEqualTo("Jeder Bissen macht dich länger.");
        assertThat(spanish.mechanics().getFirst().rule()).isEqualTo("Cada bocado te hace más larga.");
        assertThat(german.mechanics()).extracting(GameDesign.Mechanic::id)
                .isEqualTo(english.mechanics().stream().map(GameDesign.Mechanic::id).toList());
    }

    static void isValid(GameDesign design) {
        assertThat(design.levels()).hasSizeBetween(10, 20);
        assertThat(design.levels()).extracting(GameDesign.Level::name).doesNotHaveDuplicates().doesNotContain("");
        for (int i = 0; i < design.levels().size(); i++) {
            var level = design.levels().get(i);
            assertThat(level.number()).isEqualTo(i + 1);
            assertThat(level.speed()).isBetween(0.5, 3.0);
            assertThat(level.density()).isBetween(0.0, 1.0);
            assertThat(level.goal()).isBetween(1, 200);
            assertThat(level.objective()).isNotBlank();
        }
        assertThat(LevelPlan.rises(design.levels())).isTrue();
        var acts = design.story().acts();
        assertThat(acts).hasSizeBetween(2, 4);
        int next = 1;
        for (var act : acts) {
            assertThat(act.firstLevel()).isEqualTo(next);
            assertThat(act.lastLevel()).isGreaterThanOrEqualTo(act.firstLevel());
            assertThat(act.title()).isNotBlank();
            next = act.lastLevel() + 1;
        }
        assertThat(next).isEqualTo(design.levels().size() + 1);
        assertThat(design.mechanics()).hasSizeGreaterThanOrEqualTo(design.complexity() == Complexity.BASIC ? 5 : 6);
        assertThat(design.mechanics()).extracting(GameDesign.Mechanic::id).doesNotHaveDuplicates()
                .isSubsetOf(Mechanics.of(design.archetype()).stream().map(GameDesign.Mechanic::id).toList());
        assertThat(design.others()).hasSizeBetween(2, 8).extracting(GameDesign.Figure::role).contains("foe")
                .isSubsetOf("friend", "foe");
        assertThat(design.others()).extracting(GameDesign.Figure::sprite).isSubsetOf(Sprites.ALL);
        assertThat(Sprites.ALL).contains(design.protagonist().sprite());
        var look = design.look();
        assertThat(Palette.contrast(look.text(), look.background())).isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(look.text(), look.surface())).isGreaterThanOrEqualTo(4.5);
        for (var figure : List.of(look.hero(), look.foe(), look.prize())) {
            assertThat(Palette.contrast(figure, look.background())).isGreaterThanOrEqualTo(3);
        }
        assertThat(design.title()).isNotBlank().hasSizeLessThanOrEqualTo(120);
        assertThat(DesignJson.write(design)).doesNotContain("\\u0000", "\\u202e", "<script");
        assertThat(DesignJson.read(DesignJson.write(design))).isEqualTo(design);
    }

    @Test
    void whatAModelSaysIsKeptWhereItFitsAndCompletedElsewhere() {
        var made = DesignCompleter.complete(wish("a platformer about a bee, 12 levels"), GOOD, Optional.empty(), 7);

        isValid(made.design());
        var design = made.design();
        assertThat(design.title()).isEqualTo("Honey Heist");
        assertThat(design.levels()).hasSize(12);
        assertThat(design.levels().getFirst().name()).isEqualTo("First Flight");
        assertThat(design.levels().get(2).objective()).doesNotContain("900");
        assertThat(design.story().acts()).extracting(GameDesign.Act::lastLevel).containsExactly(5, 12);
        assertThat(design.mechanics()).extracting(GameDesign.Mechanic::name).contains("Flutter", "Second wind")
                .doesNotContain("Teleport");
        assertThat(design.protagonist().name()).isEqualTo("Zibby");
        assertThat(design.others().getFirst()).extracting(GameDesign.Figure::role).isEqualTo("foe");
        assertThat(design.look().text()).isNotEqualTo("#2a2a2a");
        assertThat(made.beyond()).containsExactly("online high scores");
        assertThat(made.share().words(Say.in(Tongue.ENGLISH)))
                .isEqualTo("title, story, 2 level names, 2 mechanics, 3 figures, colours");
    }

    @Test
    void halfAnAnswerAmidThinkingAndFencesIsStillUsed() {
        var half = "<think>{\"title\": \"no\"}</think>Sure!\n```json\n" + GOOD.substring(0, GOOD.indexOf("\"look\""));
        var made = DesignCompleter.complete(wish("a bee game"), half, Optional.empty(), 7);
        isValid(made.design());
        assertThat(made.design().title()).isEqualTo("Honey Heist");
        assertThat(made.share().levels()).isEqualTo(2);
        assertThat(made.share().look()).isFalse();
    }

    @Test
    void noAnswerWhateverBreaksIt() {
        var random = new Random(42);
        var words = List.of("a snake game", "", "ein Spiel im Weltraum mit 0 Leveln",
                "super mario clone 1,000,000 levels",
                "un juego de robots difícil", "贪吃蛇", "{}[]", "tower defense " + "x ".repeat(2000));
        for (int i = 0; i < 2500; i++) {
            var wish = WishReader.read(words.get(i % words.size()), new GameBrief(null, null, null,
                    List.of(Complexity.BASIC, Complexity.INTERMEDIATE, Complexity.ADVANCED).get(i % 3),
                    i % 5 == 0 ? random.nextInt() : null));
            var answer = broken(random, i);
            var made = DesignCompleter.complete(wish, answer, Optional.empty(), random.nextLong());
            isValid(made.design());
            if (i % 50 == 0) {
                var again = DesignCompleter.complete(wish("harder, in the sea"), answer, Optional.of(made.design()), i);
                isValid(again.design());
            }
        }
    }

    private static String broken(Random random, int round) {
        return switch (round % 8) {
            case 0 -> GOOD.substring(random.nextInt(GOOD.length()));
            case 1 -> GOOD.substring(0, random.nextInt(GOOD.length()));
            case 2 -> flipped(random);
            case 3 ->
                "{\"title\": 5, \"levels\": {\"a\": [1]}, \"story\": [], \"others\": [null, 3, [], {\"name\": {}}], \"look\": \"red\", \"mechanics\": \"jump\"}";
            case 4 -> "{".repeat(random.nextInt(3000)) + "[".repeat(2000);
            case 5 -> noise(random);
            case 6 ->
                GOOD.replace("Honey Heist", "\\u0000\\u202eSuper Mario <script>alert(1)</script>\\n" + "x".repeat(5000))
                        .replace("First Flight", "Zelda's House").replace("#222222", noise(random).substring(0, 7))
                        .replace("\"difficulty\": 1", "\"difficulty\": 1e999").replace("#333333", "#" + "fff")
                        .replace("\"lastLevel\": 5", "\"lastLevel\": " + random.nextInt());
            default -> "{\"design\": " + GOOD.replace("platformer", "Tower Defense") + "}";
        };
    }

    private static String flipped(Random random) {
        var text = new StringBuilder(GOOD);
        for (int i = 0; i < 12; i++) {
            text.setCharAt(random.nextInt(text.length()), "{}[]\",:0a\u0000\\ ".charAt(random.nextInt(12)));
        }
        return text.toString();
    }

    private static String noise(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    @Test
    void theSameSeedGivesTheSameDesignAndAnotherSeedAnother() {
        var wish = wish("a game in space");
        var first = DesignCompleter.alone(wish, Optional.empty(), 5).design();
        assertThat(DesignCompleter.alone(wish, Optional.empty(), 5).design()).isEqualTo(first);
        assertThat(DesignCompleter.alone(wish, Optional.empty(), 6).design()).isNotEqualTo(first);
    }

    @Test
    void anEarlierDesignIsChangedOnlyWhereTheWordsSaySo() {
        var first = DesignCompleter.alone(wish("a snake game in space"), Optional.empty(), 5).design();
        var longer = DesignCompleter.alone(wish("18 levels please"), Optional.of(first), 99);
        assertThat(longer.changed()).isTrue();
        assertThat(longer.design().levels()).hasSize(18);
        assertThat(longer.design().title()).isEqualTo(first.title());
        assertThat(longer.design().archetype()).isEqualTo(Archetype.SNAKE);
        assertThat(longer.design().protagonist()).isEqualTo(first.protagonist());

        assertThat(DesignCompleter.alone(wish("better"), Optional.of(first), 99).changed()).isFalse();
        var moved = DesignCompleter.alone(wish("put it in a castle"), Optional.of(first), 99).design();
        assertThat(moved.archetype()).isEqualTo(Archetype.SNAKE);
        assertThat(moved.look()).isNotEqualTo(first.look());
    }
}
