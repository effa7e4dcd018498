package atelier.create.dojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.ScriptedRouter;
import atelier.create.Zip;
import atelier.create.game.Archetype;
import atelier.create.game.GameDesign;
import atelier.create.game.GameEngine;
import atelier.create.game.Mechanics;
import atelier.create.game.Skeletons;
import atelier.generation.Failure;
import atelier.intent.Complexity;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every engine plays every kind of game.
class EngineFilesTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    Path folder;

    private static Creation make(GameEngine engine, Archetype archetype) {
        var router = new ScriptedRouter().fails(Failure.NO_MODEL, "None.");
        var words = "a " + archetype.id().replace("top-down", "top down").replace('-', ' ')
                + " game called \"It's 100% “odd” $1 \\ {x}\"";
        return new GameCreator(router).create(
                new Intent.MakeGame(words, new GameBrief(engine.id(), null, null, Complexity.ADVANCED, null)),
                ScriptedRouter.bench(new ArrayList<>()));
    }

    private static String text(Creation creation, String path) {
        return creation.files().stream().filter(file -> file.path().equals(path))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void allKindsPassTheChecks(GameEngine engine) {
        for (var archetype : Archetype.values()) {
            var creation = make(engine, archetype);
            assertThat(creation.checks()).as("%s", archetype).allMatch(Check::passed).hasSizeGreaterThan(4);
            assertThat(text(creation, "design.json")).contains('"' + archetype.id() + '"');
            for (var file : creation.files()) {
                if (!file.mediaType().startsWith("image/png")) {
                    assertThat(new String(file.content(), StandardCharsets.UTF_8)).as(file.path())
                            .doesNotContain("%TITLE%", "%KIND", "%DESIGN%", "%SLUG%", "%LOOK%");
                }
            }
            var known = Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id).toList();
            assertThat(Skeletons.plays(engine, archetype)).isSubsetOf(known).containsAll(known.subList(0, 5));
        }
    }

    @Test
    void eachEngineBringsWhatItStartsFrom() {
        assertThat(make(GameEngine.HTML5, Archetype.SNAKE).files().getFirst().path()).isEqualTo("index.html");
        assertThat(paths(GameEngine.PHASER)).startsWith("index.html").contains("phaser/package.json",
                "phaser/index.html",
                "phaser/src/main.js", "phaser/src/rules.js");
        assertThat(paths(GameEngine.PYGAME)).startsWith("main.py").contains("game/snake.py", "requirements.txt");
        assertThat(paths(GameEngine.GODOT)).startsWith("project.godot").contains("main.tscn", "scripts/rules.gd",
                "export_presets.cfg");
        assertThat(paths(GameEngine.UNITY)).contains("Assets/Scripts/Bootstrap.cs",
                "Assets/StreamingAssets/design.json",
                "Packages/manifest.json", "ProjectSettings/ProjectVersion.txt");
    }

    private static List<String> paths(GameEngine engine) {
        return make(engine, Archetype.SNAKE).files().stream().map(Artifact::path).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aZipOfAllHasSafeAndDistinctNames(GameEngine engine) throws IOException {
        var creation = make(engine, Archetype.PUZZLE);
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Zip.of(creation.files(), creation.checks())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).matches("[A-Za-z0-9_./-]+").doesNotContain("..");
                assertThat(names.add(entry.getName())).isTrue();
            }
        }
        assertThat(names).contains("DESIGN.md", "DEPLOY.md", "levels.png", "design.json");
    }

    @Test
    void thePictureOfTheLevelsIsAPicture() throws IOException {
        var creation = make(GameEngine.HTML5, Archetype.PLATFORMER);
        var png = creation.files().stream().filter(file -> file.path().equals("levels.png")).findFirst().orElseThrow();
        var image = ImageIO.read(new ByteArrayInputStream(png.content()));
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isBetween(600, 1400);
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(5);
    }

    /// Where a Python with Pygame is at hand, each kind plays 200 frames without a screen.
    @Test
    void pygameGamesRun() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON) && run(folder, "-c", "import pygame") == 0, "no Pygame here");
        for (var archetype : Archetype.values()) {
            var place = Files.createDirectory(folder.resolve(archetype.id()));
            for (var file : make(GameEngine.PYGAME, archetype).files()) {
                var target = place.resolve(file.path());
                Files.createDirectories(target.getParent());
                Files.write(target, file.content());
            }
            assertThat(run(place, "main.py", "--frames", "200", "--level", "7")).as("%s", archetype).isZero();
        }
    }

    private static int run(Path place, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        builder.environment().put("SDL_VIDEODRIVER", "dummy");
        builder.environment().put("SDL_AUDIODRIVER", "dummy");
        var process = builder.start();
        try {
            return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
