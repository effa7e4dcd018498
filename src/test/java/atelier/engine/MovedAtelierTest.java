package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.Cli;
import atelier.create.ScriptedRouter;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.secret.SecretText;
import atelier.store.Database;
import atelier.store.FreshPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An Atelier that was used on SQLite goes on where it was on PostgreSQL.
class MovedAtelierTest {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    private static final Origin GEMINI = Origin.of("https://generativelanguage.googleapis.com");
    private static final String FIRST = "Here.\n```python main.py\nprint('hello')\n```\n";
    private static final String SECOND = "Louder.\n```python main.py\nprint('HELLO')\n```\n";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private int moves(String to) throws IOException {
        var config = Files.writeString(folder.resolve("config.yml"), "data-dir: " + folder + "\n");
        return Cli.run("admin", "migrate-store", "--to", to, "--config", config.toString());
    }

    @Test
    void whatPeopleHadAndWhatWaitedIsThereAfterwards() throws IOException {
        models.says(FIRST).says(SECOND).says(FIRST);
        long ada;
        try (var before = new TestAtelier(folder, chat, models)) {
            before.says("ada", "/code a greeting in Python");
            before.says("ada", "add an exclamation mark");
            before.says("ada", "/template save tune: /melody a slow waltz");
            before.says("ada", "/settings budget 5");
            before.says("bob", "a melody");
            before.presses("bob", "👍");
            ada = before.account("ada");
            try (var key = SecretText.of("a-key-of-ada")) {
                before.keys.keep(new Owner.Person(ada), "gemini", GEMINI, key);
            }
        }
        var waiting = new TestAtelier(folder, Database.sqlite(folder.resolve("atelier.db")), chat, models,
                TestAtelier.quick(), false);
        waiting.opensDoors();
        chat.says("eve", "a melody");
        waiting.handsBackAndCloses();

        var url = SERVER.freshUrl();
        assertThat(moves(url)).isZero();

        try (var after = new TestAtelier(folder, Database.postgres(url), chat, models, TestAtelier.quick(), false)) {
            after.startsWork();
            assertThat(after.answer("eve").text()).as("the job that waited").contains("A quick tune");
            assertThat(after.used("eve")).isOne();
            assertThat(after.account("ada")).isEqualTo(ada);
            assertThat(after.used("ada")).isEqualTo(2);
            try (var key = after.keys.use(new Owner.Person(ada), "gemini", GEMINI).orElseThrow()) {
                assertThat(key.value()).isEqualTo("a-key-of-ada");
            }
            assertThat(after.says("ada", "/template list").text()).contains("**tune**");
            assertThat(after.says("ada", "/undo").files().get("main.py")).contains("'hello'");
            assertThat(after.says("ada", "what changed?").text()).isNotBlank();
            assertThat(after.says("ada", "/template use tune").text()).contains("A quick tune");
            assertThat(after.used("ada")).isEqualTo(3);
            assertThat(after.says("ada", "/settings budget").text()).contains("$5");
            assertThat(after.says("ada", "/code something new in Python").files()).containsKey("main.py");
        }
        assertThat(moves(url)).as("a second time, onto what is in use now").isEqualTo(1);
    }
}
