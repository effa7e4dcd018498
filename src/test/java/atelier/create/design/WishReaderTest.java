package atelier.create.design;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.game.Archetype;
import atelier.intent.Complexity;
import atelier.intent.GameBrief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishReaderTest {
    private static Wish read(String words) {
        return WishReader.read(words, new GameBrief(null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"a snake game, snake, ", "ein Schlangenspiel im Weltraum, snake, space",
            "un juego de plataformas en el desierto, platformer, desert",
            "un jeu de serpent dans la forêt, snake, forest", "um jogo da cobra no espaço, snake, space",
            "игра змейка в космосе, snake, space", "做一个太空射击游戏, shooter, space",
            "a tower defense game with candy, tower-defence, candy", "a maze in a haunted house, top-down, ghosts",
            "match 3 with fruit, puzzle, kitchen", "an idle game about robots, clicker, robots",
            "something like Arkanoid under the sea, breakout, sea", "a racing game in the city, shooter, city"})
    void kindAndWorldAreUnderstoodInSevenLanguages(String words, String archetype, String world) {
        var wish = read(words);
        assertThat(wish.archetype()).map(Archetype::id).contains(archetype);
        assertThat(wish.world().orElse(null)).isEqualTo(world);
    }

    @ParameterizedTest
    @CsvSource({"a game with 0 levels, 10, 0", "a game with 3 levels, 10, 3", "1 level only, 10, 1",
            "'1,000,000 levels', 20, '1,000,000'", "ein Spiel mit 99 Leveln, 20, 99",
            "999999999999999 levels, 20, '999,999,999,999,999'"})
    void impossibleNumbersOfLevelsAreClampedAndSaid(String words, int levels, String asked) {
        var wish = read(words);
        assertThat(wish.levels()).isEqualTo(levels);
        assertThat(wish.remarks()).anyMatch(remark -> remark.contains(asked) && remark.contains("" + levels));
    }

    @Test
    void aPossibleNumberOfLevelsNeedsNoRemark() {
        var wish = read("a snake game with 12 levels");
        assertThat(wish.levels()).isEqualTo(12);
        assertThat(wish.remarks()).isEmpty();
        assertThat(WishReader.read("snake", new GameBrief(null, null, null, Complexity.ADVANCED, null)).levels())
                .isEqualTo(20);
    }

    @Test
    void namesOfOthersAreNotUsedAndThatIsSaid() {
        assertThat(Trademarks.count()).isGreaterThanOrEqualTo(60);
        var wish = read("a clone of Super Mario");
        assertThat(wish.archetype()).contains(Archetype.PLATFORMER);
        assertThat(wish.remarks()).singleElement().asString().contains("Super Mario", "inspired by the genre");
        assertThat(read("a game like Doom").remarks()).isNotEmpty();
        assertThat(read("a game about the tower of doom").remarks()).isEmpty();
    }

    @Test
    void whatNoKindPlaysIsKnownAsBeyond() {
        var wish = read("a chess game");
        assertThat(wish.beyond()).containsExactly("the rules of chess");
        assertThat(wish.nearest()).get().asString().contains("Chess", "match-three");
        assertThat(read("a racing game").beyond()).isEmpty();
    }

    @Test
    void aTitleInQuotesIsTaken() {
        assertThat(read("a snake game called “Green Line”").title()).contains("Green Line");
        assertThat(read("a game called 'Zelda'").title()).isEmpty();
    }

    @Test
    void tonguesAreTold() {
        assertThat(read("ein Spiel mit Drachen für mich").tongue()).isEqualTo(Tongue.GERMAN);
        assertThat(read("haz un juego de dragones").tongue()).isEqualTo(Tongue.SPANISH);
        assertThat(read("a snake game in Python").tongue()).isEqualTo(Tongue.ENGLISH);
        assertThat(read("сделай игру").tongue()).isEqualTo(Tongue.RUSSIAN);
    }
}
