package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// Programs of others that games are tried with, from a folder beside the sources: `GAME_TOOLS_DIR`, in which
/// `npm install phaser tree-sitter tree-sitter-gdscript` was run. Where there is none such tests are left out, unless
/// `REQUIRE_GAME_TOOLS=1`.
final class GameTools {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private GameTools() {}

    /// @param path under the folder's `node_modules`
    static Path module(String path) {
        var folder = System.getenv("GAME_TOOLS_DIR");
        var found = Path.of(folder == null || folder.isBlank() ? "/nowhere" : folder, "node_modules", path);
        boolean isThere = Files.exists(found);
        if ("1".equals(System.getenv("REQUIRE_GAME_TOOLS"))) {
            assertThat(isThere).as("%s in GAME_TOOLS_DIR", path).isTrue();
        }
        if (!isThere && !TOLD.getAndSet(true)) {
            System.out.println(
                    "Without GAME_TOOLS_DIR (Phaser and a parser for GDScript from npm) games are tried less.");
        }
        assumeTrue(isThere, "no " + path + " in GAME_TOOLS_DIR");
        return found;
    }
}
