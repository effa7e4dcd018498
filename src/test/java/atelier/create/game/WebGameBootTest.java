package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.browser.Chromium;
import atelier.browser.ChromiumExtension;
import atelier.browser.SandboxServer;
import atelier.browser.Tab;
import atelier.intent.Complexity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of game in a real browser, inside the frame and under the policy it will live in. Time is run ahead through
/// the page's own hook, so that nothing here waits for a game to be played out.
@ExtendWith(ChromiumExtension.class)
class WebGameBootTest {
    private static final Map<String, String> TABLE = new TreeMap<>();

    /// How many different colours, and a sum that changes when the picture does.
    private static final String PIXELS = """
            (()=>{const b=document.createElement('canvas');b.width=192;b.height=120;
            const g=b.getContext('2d',{willReadFrequently:true});g.drawImage(document.querySelector('canvas'),0,0,192,120);
            const d=g.getImageData(0,0,192,120).data,seen=new Set();let sum=0;
            for(let i=0;i<d.length;i+=4){const v=d[i]<<16|d[i+1]<<8|d[i+2];seen.add(v);sum=(sum*31+v)|0}
            return [seen.size,sum]})()""";

    /// A key, and what must become true of the game's state `s` that was `was`.
    private static final Map<Archetype, String[]> KEYS = Map.of(
            Archetype.PLATFORMER, new String[]{"ArrowRight", "s.x>was.x+0.5"},
            Archetype.TOP_DOWN, new String[]{"ArrowRight", "Math.abs(s.x-was.x)>0.3"},
            Archetype.SNAKE, new String[]{"ArrowUp", "s.way==='up'"},
            Archetype.BREAKOUT, new String[]{"ArrowLeft", "s.x<was.x-0.5"},
            Archetype.SHOOTER, new String[]{"ArrowLeft", "s.x<was.x-0.5"},
            Archetype.PUZZLE, new String[]{"ArrowLeft", "s.x<was.x"},
            Archetype.TOWER_DEFENCE, new String[]{"Space", "s.towers===1"},
            Archetype.CLICKER, new String[]{"Space", "s.purse>was.purse"});

    /// Where a finger goes down and up again, on the screen, and what must become true.
    private static final Map<Archetype, String[]> TOUCHES = Map.of(
            Archetype.PLATFORMER, new String[]{button("right"), "s.x>was.x+0.5"},
            Archetype.TOP_DOWN, new String[]{button("right"), "Math.abs(s.x-was.x)>0.3"},
            Archetype.SNAKE, new String[]{"[300,500,120,500]", "s.way==='left'"},
            Archetype.BREAKOUT, new String[]{"[60,600,80,600]", "s.x<was.x-0.5"},
            Archetype.SHOOTER, new String[]{"[60,600,80,600]", "s.x<was.x-0.5"},
            Archetype.PUZZLE,
            new String[]{"((m,p)=>{const a=p(m.ax,m.ay),b=p(m.bx,m.by);return [a.x,a.y,a.x+(b.x-a.x)*1.2,"
                    + "a.y+(b.y-a.y)*1.2]})(atelier.state.move,atelier.screen)",
                    "s.moves<was.moves||atelier.progress>0"},
            Archetype.TOWER_DEFENCE, new String[]{at("atelier.state.spot"), "s.towers===1"},
            Archetype.CLICKER, new String[]{at("atelier.state"), "s.purse>was.purse"});

    /// Kinds in which somebody who does nothing loses, and one key held down where that is needed instead.
    private static final Map<Archetype, String> FOOLS = Map.of(Archetype.PLATFORMER, "ArrowRight", Archetype.SNAKE, "",
            Archetype.BREAKOUT, "", Archetype.SHOOTER, "", Archetype.TOWER_DEFENCE, "");

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void basicDesignPlaysOnADesktop(Archetype archetype, Chromium browser) {
        boots(browser, Designs.sample(archetype, Complexity.BASIC, 11), false);
    }

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void advancedDesignPlaysOnADesktop(Archetype archetype, Chromium browser) {
        boots(browser, Designs.sample(archetype, Complexity.ADVANCED, 12), false);
    }

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void basicDesignPlaysOnAPhone(Archetype archetype, Chromium browser) {
        boots(browser, Designs.sample(archetype, Complexity.BASIC, 13), true);
    }

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void advancedDesignPlaysOnAPhone(Archetype archetype, Chromium browser) {
        boots(browser, Designs.sample(archetype, Complexity.ADVANCED, 14), true);
    }

    @ParameterizedTest
    @CsvSource({"ADVANCED,1", "ADVANCED,2", "BASIC,3"})
    void everyLevelOfEveryKindCanBePassedAndTheEndReached(Complexity complexity, long seed, Chromium browser) {
        for (var archetype : Archetype.values()) {
            try (var server = new SandboxServer(WebGame.page(Designs.sample(archetype, complexity, seed)));
                    var tab = browser.tab(1280, 720, false)) {
                tab.open(server.address());
                var tries = tab.evaluateInFrame(PLAY_THROUGH);
                assertThat(tries.path("scene").asText()).as(archetype + " " + tries).isEqualTo("finished");
                assertThat(tries.path("lost").asInt()).as(archetype + " " + tries).isLessThan(30);
                assertThat(tab.problems()).isEmpty();
            }
        }
    }

    /// The page's own player, with as many tries a level as patience has.
    private static final String PLAY_THROUGH = """
            (()=>{const a=atelier,seen={lost:0};for(let n=0;n<120&&a.scene!=='finished';n++){
            if(a.scene==='level')a.run(600,'bot');if(a.scene==='lost')seen.lost++;
            if(a.scene!=='finished'&&a.scene!=='level')document.querySelector('.card button.main').click()}
            seen.scene=a.scene;seen.level=a.level;seen.score=a.score;return seen})()""";

    @ParameterizedTest
    @EnumSource(Archetype.class)
    void levelsCanBeLostAndTriedAgain(Archetype archetype, Chromium browser) {
        var design = Designs.sample(archetype, Complexity.BASIC, 21);
        var levels = design.levels().stream().map(one -> new GameDesign.Level(one.number(), one.name(), one.objective(),
                one.speed(), one.density(), one.goal(), FOOLS.containsKey(archetype) ? 0 : 20)).toList();
        var hard = new GameDesign(design.title(), design.description(), archetype, design.complexity(), design.story(),
                design.mechanics(), design.protagonist(), design.others(), levels, design.look(), design.language(),
                design.seed());
        try (var server = new SandboxServer(WebGame.page(hard)); var tab = browser.tab(1280, 720, false)) {
            tab.open(server.address());
            start(tab);
            var fool = FOOLS.getOrDefault(archetype, "");
            for (int n = 0; n < 8 && scene(tab).equals("level"); n++) {
                tab.evaluateInFrame("dispatchEvent(new KeyboardEvent('keydown',{code:'" + fool + "'}))");
                tab.evaluateInFrame("atelier.run(60)");
            }
            assertThat(scene(tab)).isEqualTo("lost");
            tab.press("Enter");
            awaitScene(tab, "level");
            assertThat(tab.evaluateInFrame("atelier.level").asInt()).isEqualTo(1);
            assertThat(tab.problems()).isEmpty();
        }
    }

    /// Every word that the page shows anywhere on the way from the title to a lost and a passed level.
    private static final String VISIBLE = """
            (()=>{const a=atelier,all=[];const look=()=>{all.push(document.body.innerText,document.querySelector('.banner').innerText,
            ...[...document.querySelectorAll('[aria-label]')].map(e=>e.getAttribute('aria-label')))};
            const go=()=>document.querySelector('.card button.main').click();
            look();go();look();go();look();
            dispatchEvent(new KeyboardEvent('keydown',{code:'KeyP'}));a.run(0.1);look();
            dispatchEvent(new KeyboardEvent('keydown',{code:'KeyP'}));
            for(let n=0;n<30&&a.scene!=='finished';n++){if(a.scene==='level')a.run(600,'bot');look();if(a.scene!=='finished')go()}
            look();return all.join('\\n')})()""";

    @ParameterizedTest
    @CsvSource({"ru", "zh", "de", "es", "fr", "pt"})
    void noEnglishWordIsLeftOnAPageInAnotherLanguage(String language, Chromium browser) {
        for (var archetype : Archetype.values()) {
            var plain = Designs.sample(archetype, Complexity.ADVANCED, 5);
            var own = new GameDesign("Ж", "Ж", archetype, plain.complexity(),
                    new GameDesign.Story("Ж", plain.story().acts().stream()
                            .map(one -> new GameDesign.Act("Ж", "Ж", one.firstLevel(), one.lastLevel())).toList(),
                            List.of()),
                    Mechanics.of(archetype, language), new GameDesign.Figure("Ж", "hero", "Ж", "cat"),
                    List.of(new GameDesign.Figure("Ж", "foe", "Ж", "bug")), plain.levels().stream().limit(3)
                            .map(one -> new GameDesign.Level(one.number(), "Ж", "Ж", 1, 0.3, 3, 0)).toList(),
                    plain.look(), language, 5);
            try (var server = new SandboxServer(WebGame.page(own)); var tab = browser.tab(1280, 720, false)) {
                tab.open(server.address());
                var seen = tab.evaluateInFrame(VISIBLE).asText();
                assertThat(seen).contains(Words.in(language).line("paused"), Words.in(language).line("play"));
                var english = Words.in("en").all();
                Words.in(language).all().forEach((key, line) -> {
                    var other = english.getOrDefault(key, "");
                    if (other.length() > 5 && !other.equals(line) && !key.startsWith("doc.") && !line.contains(other)) {
                        assertThat(seen).as(archetype + " " + key).doesNotContain(other);
                    }
                });
                if (language.equals("ru") || language.equals("zh")) {
                    assertThat(seen.replaceAll("WASD|Shift|\\b[XPMQAD]\\b|I{1,3}", "")).as(archetype.id())
                            .doesNotContainPattern("[A-Za-z]{2,}");
                }
                assertThat(tab.evaluateInFrame("document.documentElement.lang").asText()).isEqualTo(language);
            }
        }
    }

    @Test
    void hostileTextsAreShownAndDoNothing(Chromium browser) {
        for (var text : WebGameTest.HOSTILE) {
            try (var server = new SandboxServer(WebGame.page(WebGameTest.with(text)));
                    var tab = browser.tab(390, 844, true)) {
                tab.open(server.address());
                assertThat(tab.evaluateInFrame(PLAY_THROUGH).path("scene").asText()).as(text).isEqualTo("finished");
                assertThat(tab.evaluateInFrame("document.title==='owned'").asBoolean()).as(text).isFalse();
                assertThat(tab.evaluateInFrame("document.querySelectorAll('script,img,style').length").asInt()).as(text)
                        .isEqualTo(2);
                assertThat(tab.evaluateInFrame("document.body.scrollWidth<=innerWidth").asBoolean()).as(text).isTrue();
                assertThat(tab.problems()).as(text).isEmpty();
            }
        }
    }

    @AfterAll
    static void printTable() {
        System.out.printf("%-46s %-6s %-6s %-6s %-6s %s%n", "game", "boots", "draws", "keys", "touch", "bytes");
        TABLE.forEach((game, row) -> System.out.printf("%-46s %s%n", game, row));
    }

    private static void boots(Chromium browser, GameDesign design, boolean phone) {
        var page = WebGame.page(design);
        try (var server = new SandboxServer(page);
                var tab = phone ? browser.tab(390, 844, true) : browser.tab(1280, 720, false)) {
            tab.open(server.address());
            draws(tab);
            if (phone) {
                starts(tab, design.archetype(), TOUCHES, true);
            } else {
                starts(tab, design.archetype(), KEYS, false);
            }
            draws(tab);
            randomPlay(tab);
            assertThat(tab.problems()).isEmpty();
            assertThat(server.asked()).containsExactlyInAnyOrder("/", "/page");
            TABLE.put(design.archetype().id() + ", " + design.complexity().name().toLowerCase(Locale.ROOT)
                    + (phone ? ", phone" : ", desktop"),
                    String.format("%-6s %-6s %-6s %-6s %d", "yes", "yes", phone ? "" : "yes", phone ? "yes" : "",
                            page.length));
        }
    }

    private static void draws(Tab tab) {
        var first = tab.evaluateInFrame(PIXELS);
        assertThat(first.get(0).asInt()).as("colours").isGreaterThan(20);
        Awaitility.await("the picture moves")
                .until(() -> tab.evaluateInFrame(PIXELS).get(1).asInt() != first.get(1).asInt());
    }

    private static void starts(Tab tab, Archetype archetype, Map<Archetype, String[]> ways, boolean touch) {
        assertThat(scene(tab)).isEqualTo("title");
        if (touch) {
            tapMain(tab);
            awaitScene(tab, "act");
            tapMain(tab);
        } else {
            tab.press("Enter");
            awaitScene(tab, "act");
            tab.press("Space");
        }
        awaitScene(tab, "level");
        while (!tab.evaluateInFrame("atelier.ready").asBoolean()) {
            tab.evaluateInFrame("atelier.run(0.2)");
        }
        if (archetype == Archetype.PUZZLE) {
            Awaitility.await().until(() -> tab.evaluateInFrame("atelier.state.phase==='idle'").asBoolean());
        }
        var way = Objects.requireNonNull(ways.get(archetype));
        tab.evaluateInFrame("window.was=atelier.state");
        if (touch) {
            touch(tab, way[0], way[1]);
        } else {
            tab.keyDown(way[0]);
            becomes(tab, way[1]);
            tab.keyUp(way[0]);
        }
    }

    private static void touch(Tab tab, String where, String expected) {
        var p = tab.evaluateInFrame(where);
        tab.pointerDown(p.get(0).asDouble(), p.get(1).asDouble());
        if (p.size() > 2) {
            for (int step = 1; step <= 4; step++) {
                tab.pointerMove(p.get(0).asDouble() + (p.get(2).asDouble() - p.get(0).asDouble()) * step / 4,
                        p.get(1).asDouble() + (p.get(3).asDouble() - p.get(1).asDouble()) * step / 4);
            }
        }
        becomes(tab, expected);
        tab.pointerUp(p.get(0).asDouble(), p.get(1).asDouble());
    }

    private static void becomes(Tab tab, String expected) {
        Awaitility.await(expected)
                .until(() -> tab.evaluateInFrame("(s=>" + expected + ")(atelier.state)").asBoolean());
    }

    /// Twenty seconds of keys and taps at random, on through whatever cards come up.
    private static void randomPlay(Tab tab) {
        tab.evaluateInFrame("""
                for(let n=0;n<20;n++){if(atelier.scene==='level')atelier.run(1,'wild');
                else document.querySelector('.card button.main').click()}""");
    }

    private static void start(Tab tab) {
        tab.press("Enter");
        awaitScene(tab, "act");
        tab.press("Enter");
        awaitScene(tab, "level");
    }

    private static void tapMain(Tab tab) {
        var at = tab.evaluateInFrame("(r=>[r.x+r.width/2,r.y+r.height/2])"
                + "(document.querySelector('.card button.main').getBoundingClientRect())");
        tab.tap(at.get(0).asDouble(), at.get(1).asDouble());
    }

    private static String scene(Tab tab) {
        return tab.evaluateInFrame("atelier.scene").asText();
    }

    private static void awaitScene(Tab tab, String scene) {
        assertThat(Set.of("title", "act", "level", "paused", "passed", "lost", "finished")).contains(scene);
        Awaitility.await(scene).until(() -> scene(tab).equals(scene));
    }

    private static String button(String name) {
        return "(r=>[r.x+r.width/2,r.y+r.height/2])(document.querySelector('.pad button[data-name=" + name
                + "]').getBoundingClientRect())";
    }

    private static String at(String world) {
        return "(w=>{const p=atelier.screen(w.x,w.y);return [p.x,p.y]})(" + world + ")";
    }
}
