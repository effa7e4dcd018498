package atelier.create.design;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.game.GameDesign;
import atelier.create.game.Sprites;
import atelier.intent.GameBrief;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is asked for is in the game.
class CreaturesTest {
    private static GameDesign design(String words) {
        return DesignCompleter
                .alone(WishReader.read(words, new GameBrief(null, null, null, null, null)), Optional.empty(), 7)
                .design();
    }

    @ParameterizedTest
    @CsvSource({"un juego de plataformas con un gato, cat, gato", "a game about bees, bee, Bee",
            "mach ein Schneckenspiel, snail, Schnecke", "ein Spiel mit Weltraumkatzen, cat, Katze",
            "ein Spiel mit einem Igel für mich, hedgehog, Igel", "un jeu avec une grenouille, frog, grenouille",
            "um jogo com uma tartaruga, turtle, tartaruga", "игра про лису, fox, Лиса", "做一个关于章鱼的游戏, octopus, 章鱼",
            "a snake game, snake, Snake", "a snake game about a cat, cat, Cat",
            "a platformer with an otter, bear, Otter",
            "a game about a gecko, dino, Gecko", "a game where you play as a zombie, slime, Zombie",
            "un juego con un murciélago, bat, murciélago", "ein Spiel mit Pinguinen, penguin, Pinguin"})
    void theCreatureSaidIsTheHero(String words, String sprite, String name) {
        var hero = design(words).protagonist();
        assertThat(hero.sprite()).as(words).isEqualTo(sprite);
        assertThat(hero.name()).as(words).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"a shooter against bees, bee, Bee", "ein Schießspiel gegen Bienen, bee, Biene",
            "un juego contra los tiburones, fish, El tiburón",
            "a game about a dog against giant spiders, spider, Spider",
            "a game with zombies, slime, Zombie", "игра против крыс, mouse, Крыса", "做一个打蜘蛛的游戏, spider, 蜘蛛"})
    void whoIsFoughtIsTheFoe(String words, String sprite, String name) {
        var design = design(words);
        var foe = design.others().stream().filter(one -> one.role().equals("foe")).findFirst().orElseThrow();
        assertThat(foe.sprite()).as(words).isEqualTo(sprite);
        assertThat(foe.name()).as(words).isEqualTo(name);
        assertThat(design.protagonist().sprite()).as(words).isNotEqualTo(sprite);
    }

    @ParameterizedTest
    @CsvSource({"a game about a pangolin, Pangolin", "ein Spiel über einen Wolpertinger für mich, Wolpertinger",
            "un juego sobre un axolote, Axolote"})
    void anUnknownBeingKeepsItsNameAndLooksLikeNobody(String words, String name) {
        var hero = design(words).protagonist();
        assertThat(hero.name()).isEqualTo(name);
        assertThat(hero.sprite()).isEqualTo(Creature.NEUTRAL);
        assertThat(design(words).story().premise()).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"a game about space", "a game about the city", "a platformer with double jump",
            "ein Spiel über den Weltraum",
            "a game about racing"})
    void aWorldIsNoCreature(String words) {
        assertThat(design(words).protagonist().sprite()).isNotEqualTo(Creature.NEUTRAL);
    }

    @Test
    void theTableIsWideAndEveryShapeIsDrawn() {
        assertThat(Creature.count()).isGreaterThanOrEqualTo(60);
        var shapes = new HashSet<>(Creature.all().stream().map(Creature::sprite).toList());
        assertThat(shapes).hasSizeGreaterThanOrEqualTo(25).isSubsetOf(Sprites.ALL);
        assertThat(Creature.all()).allSatisfy(one -> {
            assertThat(one.words()).hasSize(7);
            assertThat(one.words().values()).allSatisfy(words -> assertThat(words).isNotEmpty().doesNotContain(""));
            assertThat(one.colour()).matches("#[0-9a-f]{6}");
        });
    }

    @Test
    void aCreatureHasItsOwnColour() {
        assertThat(design("a platformer with a frog in a castle").look().hero()).isEqualTo("#6fce5f");
    }
}
