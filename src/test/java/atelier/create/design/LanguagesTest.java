package atelier.create.design;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.game.Archetype;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.create.game.Mechanics;
import atelier.create.game.Words;
import atelier.intent.Complexity;
import atelier.intent.GameBrief;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// A game speaks the language it was asked for in.
class LanguagesTest {
    private static final Pattern PLACES = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");
    static final Map<Tongue, String> WISHES = Map.of(Tongue.ENGLISH, "make a %s game in %s",
            Tongue.GERMAN, "mach mir ein Spiel: %s, mit %s", Tongue.SPANISH, "hazme un juego: %s, con %s",
            Tongue.FRENCH, "fais-moi un jeu avec %s, je veux %s", Tongue.PORTUGUESE, "faça um jogo com %s, quero %s",
            Tongue.RUSSIAN, "сделай игру: %s, %s", Tongue.CHINESE, "做一个游戏：%s，%s");

    private static GameDesign design(Tongue tongue, Archetype archetype, Theme theme) {
        var words = WISHES.getOrDefault(tongue, "").formatted(archetype.id(), theme.id());
        var wish = WishReader.read(words, new GameBrief(null, null, null, Complexity.ADVANCED, null));
        assertThat(wish.tongue()).as(words).isEqualTo(tongue);
        var made = new Wish(words, Optional.of(archetype), Optional.of(theme.id()), Complexity.ADVANCED, 20, true,
                tongue,
                Optional.empty(), List.of(), Optional.empty(), List.of());
        return DesignCompleter.alone(made, Optional.empty(), 7).design();
    }

    @ParameterizedTest
    @EnumSource
    void everyBundleHasEveryLineAndEveryPlace(Tongue tongue) {
        var english = Words.in("en").all();
        var own = Words.in(tongue.code()).all();
        assertThat(own.keySet()).containsExactlyElementsOf(english.keySet());
        own.forEach((key, line) -> assertThat(places(line)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
        assertThat(Say.keys(tongue)).containsExactlyInAnyOrderElementsOf(Say.keys(Tongue.ENGLISH));
        for (var archetype : Archetype.values()) {
            assertThat(Mechanics.of(archetype, tongue.code())).extracting(GameDesign.Mechanic::id)
                    .containsExactlyElementsOf(Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id).toList());
        }
        for (var theme : Theme.ALL) {
            assertThat(Scenery.of(theme, tongue).places()).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        }
    }

    private static Set<String> places(String line) {
        return new HashSet<>(PLACES.matcher(line).results().map(one -> one.group(1)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyWorldOfEveryKindIsComposedInItsLanguage(Tongue tongue) {
        for (var theme : Theme.ALL) {
            for (var archetype : Archetype.values()) {
                var design = design(tongue, archetype, theme);
                DesignCompleterTest.isValid(design);
                assertThat(design.language()).isEqualTo(tongue.code());
                assertThat(DesignJson.write(design).replace("{n}", "").replace("{m}", ""))
                        .doesNotContainPattern("\\{[a-z]+\\}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void nothingOfTheEnglishTextsIsLeft(Tongue tongue) {
        for (var theme : Theme.ALL) {
            var english = texts(design(Tongue.ENGLISH, Archetype.PLATFORMER, theme));
            var own = texts(design(tongue, Archetype.PLATFORMER, theme));
            english.removeIf(text -> text.split(" ", -1).length < 2);
            assertThat(own).as(theme.id()).doesNotContainAnyElementsOf(english);
            if (tongue == Tongue.RUSSIAN || tongue == Tongue.CHINESE) {
                assertThat(own).as(theme.id()).noneMatch(text -> LATIN.matcher(text).find());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void wordsOfThePageAreNotTheEnglishOnes(Tongue tongue) {
        var english = Words.in("en").all();
        // The same word in both languages, and known to be so.
        var shared = List.of("Pause", "pause", "Multi", "Base", "Combo", "Level", "Bonus", "Boss", "action", "Frost",
                "Engine",
                "Name", "Gold", "Act", "extra", "Text", "points", "Surface", "Surface");
        Words.in(tongue.code()).all().forEach((key, line) -> {
            boolean isShared = shared.stream().anyMatch(line::contains) || line.length() < 6;
            assertThat(!line.equals(english.get(key)) || isShared).as("%s = %s", key, line).isTrue();
        });
    }

    @Test
    void aChangeOfAGameKeepsItsLanguage() {
        var german = DesignCompleter.alone(WishReader.read("ein Schlangenspiel im Wald für mich",
                new GameBrief(null, null, null, null, null)), Optional.empty(), 7).design();
        var longer = DesignCompleter.alone(WishReader.read("make it 18 levels please",
                new GameBrief(null, null, null, null, null)), Optional.of(german), 7).design();
        assertThat(longer.language()).isEqualTo("de");
        assertThat(longer.levels().getLast().objective()).startsWith("Friss ");
    }

    private static Set<String> texts(GameDesign design) {
        var texts = new HashSet<>(List.of(design.title(), design.description(), design.story().premise(),
                design.protagonist().name(), design.protagonist().description()));
        texts.addAll(design.story().themes());
        design.story().acts().forEach(one -> texts.addAll(List.of(one.title(), one.summary())));
        design.mechanics().forEach(one -> texts.addAll(List.of(one.name(), one.rule())));
        design.others().forEach(one -> texts.addAll(List.of(one.name(), one.description())));
        design.levels().forEach(one -> texts.addAll(List.of(one.name(), one.objective())));
        return texts;
    }
}
