package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.check.ProjectChecks;
import atelier.intent.Complexity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the projects for engines outside the browser do, with the programs that run or read them.
class EngineEffectsTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String PARSE = """
            const p = new (require('tree-sitter'))();
            p.setLanguage(require('tree-sitter-gdscript'));
            for (const f of process.argv.slice(1)) {
              const t = p.parse(require('fs').readFileSync(f, 'utf8')), bad = [];
              (function walk(n) {
                if (n.isMissing || n.type === 'ERROR') bad.push(n.startPosition.row + 1 + ': ' + n.text.slice(0, 60));
                n.children.forEach(walk);
              })(t.rootNode);
              if (t.rootNode.hasError) console.log(f + ' ' + bad.join(' / '));
              else console.log('good');
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyMechanicHasItsEffectInPygame(Archetype archetype) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON) && run(List.of(PYTHON.toString(), "-c", "import pygame")).code() == 0,
                "no Pygame here");
        write(GameEngine.PYGAME, Designs.sample(archetype, Complexity.ADVANCED, 5));
        try (var script = Objects.requireNonNull(EngineEffectsTest.class.getResourceAsStream("effects.py"))) {
            Files.copy(script, folder.resolve("effects.py"));
        }
        var said = run(List.of(PYTHON.toString(), "effects.py", archetype.id()));
        assertThat(said.code()).as(said.text()).isZero();
        var seen = said.text().lines().filter(line -> line.startsWith("seen: ")).findFirst().orElse("seen: ")
                .substring(6);
        var all = Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id).toList();
        assertThat(seen.split(",", -1)).as(said.text()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Skeletons.plays(GameEngine.PYGAME, archetype)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void hostileNamesRunInPygameAndCompileForUnity() throws IOException, InterruptedException {
        boolean hasPygame = Files.isExecutable(PYTHON)
                && run(List.of(PYTHON.toString(), "-c", "import pygame")).code() == 0;
        for (var text : WebGameTest.HOSTILE) {
            var design = WebGameTest.with(text);
            var sources = Skeletons.files(GameEngine.UNITY, design).stream().filter(file -> file.path().endsWith(".cs"))
                    .map(file -> new ExtractedFile(file.path(), "csharp", false,
                            new String(file.content(), StandardCharsets.UTF_8)))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(3);
            assertThat(ProjectChecks.run(sources, List.of()).checks()).as(text).allMatch(Check::passed);
            if (hasPygame) {
                write(GameEngine.PYGAME, design);
                var said = run(List.of(PYTHON.toString(), "main.py", "--frames", "40", "--level", "2"));
                assertThat(said.code()).as(text + said.text()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void scriptsForGodotHaveNoSyntaxError(Archetype archetype) throws IOException, InterruptedException {
        var parser = GameTools.module("tree-sitter-gdscript");
        write(GameEngine.GODOT, GodotProjectTest.hostile(archetype));
        Files.writeString(folder.resolve("broken.gd"), "extends Node\nfunc a(:\n\tvar x = = 3\n");
        var command = new ArrayList<>(List.of("node", "-e", PARSE));
        for (var name : List.of("scripts/stage.gd", "scripts/paint.gd", "scripts/rules.gd", "broken.gd")) {
            command.add(folder.resolve(name).toString());
        }
        var said = run(command, Objects.requireNonNull(parser.getParent()));
        assertThat(said.text().lines().filter(line -> line.equals("good"))).as(said.text()).hasSize(3);
        assertThat(said.text()).as("the parser finds what is broken").contains("broken.gd 2: ");
    }

    private void write(GameEngine engine, GameDesign design) throws IOException {
        for (var file : Skeletons.files(engine, design)) {
            var target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.content());
        }
        Files.write(folder.resolve("design.json"), DesignJson.write(design).getBytes(StandardCharsets.UTF_8));
    }

    private record Said(int code, String text) {}

    private Said run(List<String> command) throws IOException, InterruptedException {
        return run(command, folder);
    }

    private Said run(List<String> command, Path modules) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SDL_VIDEODRIVER", "dummy");
        builder.environment().put("SDL_AUDIODRIVER", "dummy");
        builder.environment().put("NODE_PATH", modules.toString());
        var process = builder.start();
        try {
            int code = process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
            return new Said(code, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
