package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.browser.Chromium;
import atelier.browser.ChromiumExtension;
import atelier.browser.SandboxServer;
import atelier.intent.Complexity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However the knobs are turned, a level can be passed: the page's own player, which has no powers but keys, does it.
@ExtendWith(ChromiumExtension.class)
class HardestLevelsTest {
    private static final String PLAY = """
            (()=>{const a=atelier,seen={lost:0};for(let n=0;n<160&&a.scene!=='finished';n++){
            if(a.scene==='level')a.run(600,'bot');if(a.scene==='lost')seen.lost++;
            if(a.scene!=='finished'&&a.scene!=='level')document.querySelector('.card button.main').click()}
            seen.scene=a.scene;seen.level=a.level;seen.progress=a.progress;seen.goal=a.goal;seen.time=a.time;return seen})()""";

    @ParameterizedTest
    @EnumSource
    void fastestAndFullestLevelsCanBePassed(Archetype archetype, Chromium browser) {
        plays(archetype, 3, 1, hardest(archetype), browser);
    }

    @ParameterizedTest
    @EnumSource
    void slowestAndEmptiestLevelsCanBePassed(Archetype archetype, Chromium browser) {
        plays(archetype, 0.5, 0, 1, browser);
    }

    private static void plays(Archetype archetype, double speed, double density, int goal, Chromium browser) {
        var plain = Designs.sample(archetype, Complexity.ADVANCED, 3);
        var levels = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new GameDesign.Level(number, "Level", "Pass it.", speed,
                        density, goal, 0))
                .toList();
        var design = new GameDesign(plain.title(), plain.description(), archetype, plain.complexity(), plain.story(),
                plain.mechanics(), plain.protagonist(), plain.others(), levels, plain.look(), plain.language(),
                plain.seed());
        try (var server = new SandboxServer(WebGame.page(design)); var tab = browser.tab(1280, 720, false)) {
            tab.open(server.address());
            var seen = tab.evaluateInFrame(PLAY);
            System.out.println(archetype + " " + speed + " " + seen);
            assertThat(seen.path("scene").asText()).as(archetype + " " + seen).isEqualTo("finished");
            assertThat(tab.problems()).isEmpty();
        }
    }

    /// What the hardest level of any design of ours asks for.
    private static int hardest(Archetype archetype) {
        return switch (archetype) {
            case PLATFORMER, TOP_DOWN, TOWER_DEFENCE -> 12;
            case SNAKE -> 22;
            case BREAKOUT -> 60;
            case SHOOTER -> 45;
            case PUZZLE -> 70;
            case CLICKER -> 150;
        };
    }
}
