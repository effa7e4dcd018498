package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody at a terminal, on a machine without any model.
class CreateGameTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a snake game", "mach mir ein Schlangenspiel", "haz un juego de la serpiente",
            "fais un jeu de serpent", "faça um jogo da cobrinha", "сделай игру змейка", "做一个贪吃蛇游戏"})
    void wordsBecomeAGameWithoutAModel(String words) throws IOException {
        var config = Files.writeString(folder.resolve("config.yml"), """
                data-dir: "%s"
                ollama:
                  url: "http://127.0.0.1:9"
                lmstudio:
                  url: "http://127.0.0.1:9"
                """.formatted(folder.resolve("data")));
        var out = folder.resolve("out");

        assertThat(Cli.run("create", words, "--out", out.toString(), "--seed", "3", "--config", config.toString()))
                .isZero();

        assertThat(out.resolve("index.html")).content().containsIgnoringCase("<!doctype html")
                .contains("\"archetype\":\"snake\"");
        assertThat(out.resolve("design.json")).content().contains("\"archetype\" : \"snake\"");
        assertThat(out).isDirectoryContaining("glob:**/DESIGN.md").isDirectoryContaining("glob:**/DEPLOY.md")
                .isDirectoryContaining("glob:**/levels.png");
    }
}
