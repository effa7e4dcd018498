package atelier.browser;

import atelier.create.game.Archetype;
import atelier.create.game.Designs;
import atelier.create.game.WebGame;
import atelier.intent.Complexity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Pictures of every kind of game, for the eye and for documents: `Gallery FOLDER [archetype…]`.
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        var wanted = List.of(args).subList(1, args.length);
        try (var browser = Chromium.start(Chromium.executable().orElseThrow())) {
            for (var archetype : Arrays.stream(Archetype.values())
                    .filter(one -> wanted.isEmpty() || wanted.contains(one.id())).toList()) {
                shoot(browser, archetype, folder, false);
                shoot(browser, archetype, folder, true);
            }
        }
    }

    private static void shoot(Chromium browser, Archetype archetype, Path folder, boolean phone) throws IOException {
        var page = WebGame.page(Designs.sample(archetype, Complexity.ADVANCED, 7));
        var name = archetype.id() + (phone ? "-phone-" : "-desktop-");
        try (var server = new SandboxServer(page);
                var tab = phone ? browser.tab(390, 844, true) : browser.tab(1280, 720, false)) {
            tab.open(server.address());
            tab.evaluateInFrame("new Promise(done=>setTimeout(done,900))");
            Files.write(folder.resolve(name + "0-title.png"), tab.screenshot());
            tab.press("Enter");
            tab.evaluateInFrame("new Promise(done=>setTimeout(done,500))");
            Files.write(folder.resolve(name + "1-act.png"), tab.screenshot());
            tab.press("Enter");
            for (int level = 1; level <= 7; level++) {
                tab.evaluateInFrame("atelier.run(9,'bot')");
                tab.evaluateInFrame("new Promise(done=>setTimeout(done,300))");
                if (level == 1 || level == 3 || level == 7) {
                    Files.write(folder.resolve(name + "level" + level + ".png"), tab.screenshot());
                }
                System.out.println(name + level + " " + tab.evaluateInFrame("JSON.stringify([atelier.scene,"
                        + "atelier.level,atelier.progress,atelier.goal,atelier.run(300,'bot'),atelier.time|0,atelier.lives])"));
                tab.evaluateInFrame("document.querySelector('.card button.main')?.click()");
                tab.evaluateInFrame("atelier.scene==='act'&&document.querySelector('.card button.main').click()");
            }
            tab.problems().forEach(System.out::println);
        }
    }
}
