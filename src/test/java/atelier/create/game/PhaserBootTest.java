package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.browser.Chromium;
import atelier.browser.ChromiumExtension;
import atelier.browser.FilesServer;
import atelier.browser.Tab;
import atelier.create.Artifact;
import atelier.intent.Complexity;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Phaser project of every kind in a real browser, with the Phaser of its `package.json`.
@ExtendWith(ChromiumExtension.class)
class PhaserBootTest {
    /// A key, and what it changes; `s` is the scene, `r` its rules, `was` the [#STATE] before.
    private static final Map<Archetype, List<String>> KEYS = Map.of(
            Archetype.PLATFORMER, List.of("ArrowRight", "s.hero.x>was.x+20"),
            Archetype.TOP_DOWN, List.of("ArrowRight", "s.hero.x>was.x+20"),
            Archetype.SNAKE, List.of("ArrowDown", "s.hero.y>was.y+20"),
            Archetype.BREAKOUT, List.of("ArrowLeft", "s.hero.x<was.x-20"),
            Archetype.SHOOTER, List.of("ArrowLeft", "s.hero.x<was.x-20"),
            Archetype.PUZZLE, List.of("ArrowRight", "r.cursor[0]===4"),
            Archetype.TOWER_DEFENCE, List.of("ArrowDown", "r.cursor[1]===1"),
            Archetype.CLICKER, List.of("Space", "r.money>0"));

    /// Where a finger goes down, in the game's own 960 by 540, and what that changes.
    private static final Map<Archetype, List<String>> TOUCHES = Map.of(
            Archetype.PLATFORMER, List.of("[900,500]", "s.hero.x>was.x+20"),
            Archetype.TOP_DOWN, List.of("[400,64]", "s.hero.x>was.x+20"),
            Archetype.SNAKE, List.of("[480,300,480,420]", "s.hero.y>was.y+20"),
            Archetype.BREAKOUT, List.of("[200,400,260,400]", "s.hero.x<was.x-20"),
            Archetype.SHOOTER, List.of("[100,400]", "s.hero.x<was.x-20&&r.shots.getLength()>0"),
            Archetype.PUZZLE, List.of("[480,292]", "r.chosen!==null||r.stones.has(r.cursor[0]*8+r.cursor[1])"),
            Archetype.TOWER_DEFENCE, List.of("(t=>[t[0]*60+30,74+t[1]*60])([...Array(112).keys()]"
                    + ".map(i=>[i%16,i>>4]).find(c=>!r.road.some(at=>String(at)===String(c))))", "r.towers.size===1"),
            Archetype.CLICKER, List.of("[320,300]", "r.money>0"));

    private static final String STATE = "window.was={x:s.hero?s.hero.x:0,y:s.hero?s.hero.y:0}";

    @ParameterizedTest
    @EnumSource
    void everyKindBootsDrawsAndObeysKeys(Archetype archetype, Chromium browser) throws IOException {
        try (var server = new FilesServer(project(archetype)); var tab = browser.tab(960, 540, false)) {
            begin(tab, server);
            var way = Objects.requireNonNull(KEYS.get(archetype));
            inGame(tab, STATE);
            tab.keyDown(way.getFirst());
            becomes(tab, way.getLast());
            tab.keyUp(way.getFirst());
            moves(tab);
            assertThat(problems(tab)).isEmpty();
            assertThat(server.missing()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindObeysAFinger(Archetype archetype, Chromium browser) throws IOException {
        try (var server = new FilesServer(project(archetype)); var tab = browser.tab(960, 540, true)) {
            begin(tab, server);
            var way = Objects.requireNonNull(TOUCHES.get(archetype));
            inGame(tab, STATE);
            var at = inGame(tab, way.getFirst());
            tab.pointerDown(at.get(0).asDouble(), at.get(1).asDouble());
            if (at.size() > 2) {
                tab.pointerMove(at.get(2).asDouble(), at.get(3).asDouble());
                tab.pointerUp(at.get(2).asDouble(), at.get(3).asDouble());
                becomes(tab, way.getLast());
            } else {
                becomes(tab, way.getLast());
                tab.pointerUp(at.get(0).asDouble(), at.get(1).asDouble());
            }
            assertThat(problems(tab)).isEmpty();
        }
    }

    @Test
    void hostileNamesBootToo(Chromium browser) throws IOException {
        for (var text : WebGameTest.HOSTILE) {
            try (var server = new FilesServer(project(WebGameTest.with(text)));
                    var tab = browser.tab(960, 540, false)) {
                begin(tab, server);
                assertThat(tab.evaluate("document.title==='owned'").asBoolean()).as(text).isFalse();
                assertThat(problems(tab)).as(text).isEmpty();
            }
        }
    }

    /// A browser without a graphics card says so, and what a screenshot costs; that is none of the game's.
    private static List<String> problems(Tab tab) {
        return tab.problems().stream()
                .filter(one -> !one.contains("software WebGL") && !one.contains("GL Driver Message")).toList();
    }

    /// What each mechanic that only this project had left out until now changes; all others are plain in the boots above.
    private static final Map<String, String> EFFECTS = Map.of(
            "platformer/moving-platforms",
            "(m=>{const b=m.x;s.hero.setPosition(m.x,m.y-30).setVelocity(0,0);return new Promise("
                    + "d=>setTimeout(()=>d(Math.abs(m.x-b)>5&&Math.abs(s.hero.x-m.x)<8&&s.hero.y<470),700))})(r.movers[0])",
            "top-down/key",
            "(g=>{s.hero.setPosition(r.key.x,r.key.y);return new Promise(d=>setTimeout(()=>d(!g.active&&!r.key.active),300))})(r.gate)",
            "top-down/fog", "r.fog.commandBuffer.length>0",
            "snake/hunter", "(c=>{for(let i=0;i<3;i++)r.hunt();const moved=String(r.hunter.cell)!==c,l=s.lives;"
                    + "r.hunter.cell=[...r.body[1]];r.step();return moved&&s.lives===l-1})(String(r.hunter.cell))",
            "breakout/descend",
            "(y=>{r.descend(99);return r.bricks.getChildren()[0].y===y+15})(r.bricks.getChildren()[0].y)",
            "shooter/boss", "(()=>{s.progress=s.goal;r.fight(0.1);const there=!!r.boss&&!s.ended;r.boss.health=1;"
                    + "r.chip({destroy(){}});return there&&s.ended})()",
            "puzzle/bombs", "(()=>{r.stones.clear();r.field=r.field.map((c,x)=>c.map((k,y)=>(x*3+y*2)%7));"
                    + "for(let c=0;c<4;c++)r.field[c][7]=6;const f=r.matched(),b=r.four(f);r.clear(f,b);"
                    + "return r.field[b>>3][b&7]>=10&&r.blown(new Set([b])).size>=6})()",
            "puzzle/stones",
            "(()=>{r.stones=new Set([14]);r.field[1][6]=-1;r.chosen=null;r.choose([1,6]);const still=r.chosen===null;"
                    + "r.clear(new Set([15]),-1);return still&&r.stones.size===0&&r.field.flat().every(k=>k>=0)})()",
            "tower-defence/slow",
            "(()=>{r.frost=true;r.gold=500;const c=[...Array(112).keys()].map(i=>[i%16,i>>4]).find(c=>!r.road.some(at=>String(at)===String(c)));"
                    + "r.build(c);const t=r.towers.get(String(c)),f=s.sprite('bug',t.x+20,t.y,12,0xffffff,r.foes);"
                    + "Object.assign(f,{to:3,cold:0,strong:1,health:99});r.fire(t,1);return f.cold>0&&f.health===97})()",
            "clicker/thief",
            "(()=>{r.money=100;r.nextThief=0;r.steal(0);const there=!!r.thief;r.thiefLeft=0;r.steal(0);"
                    + "const less=r.money===80;r.nextThief=0;r.steal(0);r.chase();return there&&less&&r.money>80})()");

    @ParameterizedTest
    @EnumSource
    void whatIsHardToDoWorksToo(Archetype archetype, Chromium browser) throws IOException {
        // A level that ends an act, and long enough for everything.
        var plain = Designs.sample(archetype, Complexity.ADVANCED, 5);
        var acts = plain.story().acts().stream().map(one -> new GameDesign.Act(one.title(), one.summary(), 1, 1))
                .toList();
        var design = new GameDesign(plain.title(), plain.description(), archetype, plain.complexity(),
                new GameDesign.Story("", acts, List.of()), plain.mechanics(), plain.protagonist(), plain.others(),
                plain.levels(), plain.look(), plain.language(), plain.seed());
        assertThat(Skeletons.plays(GameEngine.PHASER, archetype))
                .containsExactlyInAnyOrderElementsOf(
                        Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id).toList());
        var kind = archetype.id() + "/";
        for (var effect : EFFECTS.entrySet().stream().filter(one -> one.getKey().startsWith(kind)).toList()) {
            try (var server = new FilesServer(project(design)); var tab = browser.tab(960, 540, false)) {
                begin(tab, server);
                assertThat(inGame(tab, effect.getValue()).asBoolean()).as(effect.getKey()).isTrue();
                assertThat(problems(tab)).as(effect.getKey()).isEmpty();
            }
        }
    }

    private static void begin(Tab tab, FilesServer server) throws IOException {
        tab.open(server.address());
        tab.evaluate("import('/src/main.js').then(m=>{window.game=m.game;return 1})");
        Awaitility.await("the title").until(() -> tab.evaluate("game.scene.isActive('card')").asBoolean());
        assertThat(colours(tab)).as("colours of the title").hasSizeGreaterThan(8);
        tab.press("Space");
        Awaitility.await("the level").until(() -> tab.evaluate("game.scene.isActive('play')").asBoolean());
        Awaitility.await("the rules").until(() -> inGame(tab, "!!r").asBoolean());
        assertThat(colours(tab)).as("colours of the level").hasSizeGreaterThan(8);
    }

    private static void moves(Tab tab) throws IOException {
        assertThat(inGame(tab, "s.game.loop.frame>0").asBoolean()).isTrue();
        double frame = inGame(tab, "s.game.loop.frame").asDouble();
        Awaitility.await("frames").until(() -> inGame(tab, "s.game.loop.frame").asDouble() > frame + 5);
        assertThat(colours(tab)).hasSizeGreaterThan(8);
    }

    private static JsonNode inGame(Tab tab, String expression) {
        return tab.evaluate("(()=>{const s=game.scene.getScene('play'),r=s.rules;return " + expression + "})()");
    }

    private static void becomes(Tab tab, String expected) {
        Awaitility.await(expected).until(() -> inGame(tab, expected).asBoolean());
    }

    private static Set<Integer> colours(Tab tab) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tab.screenshot()));
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    /// The project as it is handed over; only the bare name `phaser` is told its file, as a bundler would.
    static Map<String, byte[]> project(Archetype archetype) throws IOException {
        return project(Designs.sample(archetype, Complexity.ADVANCED, 5));
    }

    static Map<String, byte[]> project(GameDesign design) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (Artifact file : Skeletons.files(GameEngine.PHASER, design)) {
            if (file.path().startsWith("phaser/")) {
                files.put(file.path().substring("phaser/".length()), file.content());
            }
        }
        var page = new String(Objects.requireNonNull(files.get("index.html")), StandardCharsets.UTF_8);
        files.put("index.html", page.replace("<head>", "<head><link rel=\"icon\" href=\"data:,\">"
                + "<script type=\"importmap\">{\"imports\":{\"phaser\":\"/phaser.js\"}}</script>")
                .getBytes(StandardCharsets.UTF_8));
        files.put("phaser.js", Files.readAllBytes(GameTools.module("phaser/dist/phaser.esm.js")));
        return files;
    }
}
