package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Versions of what was made: changed by a reply, compared, taken back and brought again.
class VersionTest {
    private static final String FIRST = """
            Two files.
            ```python main.py
            import greet
            greet.hello()
            ```
            ```python greet.py
            def hello():
                print('hello')
            ```
            """;
    private static final String SECOND = """
            Louder now.
            ```python greet.py
            def hello():
                print('HELLO')
            ```
            """;
    private static final String THIRD = """
            Twice.
            ```python greet.py
            def hello():
                print('HELLO HELLO')
            ```
            """;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void aChangeKeepsTheFilesItDoesNotName() {
        models.says(FIRST).says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            var changed = atelier.says("ada", "add an exclamation mark");

            assertThat(changed.files()).containsOnlyKeys("main.py", "greet.py");
            assertThat(changed.files().get("greet.py")).contains("HELLO");
            assertThat(changed.buttons()).extracting(Button::label).containsExactly("Undo", "👍", "👎",
                    "What changed", "Regenerate", "Another model", "Add a test", "Explain it", "Review it");
        }
    }

    @Test
    void whatChangedIsShownAndCostsNothing() {
        models.says(FIRST).says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            var diff = atelier.says("ada", "what changed?");

            assertThat(diff.text()).contains("version 2 against version 1", "`greet.py` changed, +1 −1 lines",
                    "-    print('hello')\n+    print('HELLO')").doesNotContain("main.py");
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void undoGoesBackAndTheNextChangeStartsThere() {
        models.says(FIRST).says(SECOND).says(THIRD);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            var back = atelier.says("ada", "/undo");
            assertThat(back.text()).contains("Back to version 1");
            assertThat(back.files().get("greet.py")).contains("'hello'");

            var again = atelier.says("ada", "say it twice instead");
            assertThat(again.files().get("greet.py")).contains("HELLO HELLO");
            assertThat(atelier.says("ada", "/diff").text()).contains("version 2 against version 1",
                    "-    print('hello')");
            assertThat(atelier.used("ada")).isEqualTo(3);
        }
    }

    @Test
    void whatWasTakenBackCanBeBroughtAgain() {
        models.says(FIRST).says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            atelier.presses("ada", "Undo");
            var redone = atelier.presses("ada", "Redo");

            assertThat(redone.text()).contains("Version 2", "is back");
            assertThat(redone.files().get("greet.py")).contains("HELLO");
            assertThat(atelier.says("ada", "/undo").text()).contains("Back to version 1");
        }
    }

    @Test
    void redoSaidAfterAnUndoBringsTheChangeBackForNothing() {
        models.says(FIRST).says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            atelier.says("ada", "/undo");
            var redone = atelier.says("ada", "redo");

            assertThat(redone.text()).contains("Version 2", "is back");
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void undoKeepsTheFolders() {
        models.says("```python src/main.py\nprint('one')\n```\n").says("```python src/main.py\nprint('two')\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a program in Python");
            atelier.says("ada", "say two instead");

            assertThat(atelier.says("ada", "/undo").files()).hasEntrySatisfying("python.zip",
                    zip -> assertThat(zip).contains("src/main.py"));
        }
    }

    @Test
    void anOldButtonDoesNotTakeBackWhatCameLater() {
        models.says(FIRST).says(SECOND).says(THIRD);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            var second = atelier.says("ada", "add an exclamation mark");
            atelier.says("ada", "say it twice instead");
            var refused = atelier.presses("ada", second, "Undo");

            assertThat(refused.text()).contains("Version 2", "not the newest", "version 3");
            assertThat(refused.buttons()).as("nothing failed that could be tried again").isEmpty();
            assertThat(atelier.says("ada", "/diff").text()).contains("version 3 against version 2");
        }
    }

    @Test
    void withNothingMadeOrOneVersionOnlyASentenceSaysSo() {
        models.says(FIRST);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            assertThat(atelier.says("ada", "/undo").text()).contains("nothing to change here yet");
            assertThat(atelier.says("ada", "/diff").text()).contains("nothing to change here yet");
            atelier.says("ada", "/code a greeting in Python");
            assertThat(atelier.says("ada", "/undo").text()).contains("first version", "`/retry`");
            assertThat(atelier.says("ada", "/diff").text()).contains("one version only");
            assertThat(atelier.says("ada", "/undo redo").text()).contains("nothing that was taken back");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void aReplyToAnOlderAnswerChangesThatOne() {
        models.says(FIRST).says("```python other.py\nprint('other')\n```\n").says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var first = atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "/code another program in Python");
            var changed = atelier.replies("ada", first, "add an exclamation mark");

            assertThat(changed.files()).containsOnlyKeys("main.py", "greet.py");
        }
    }

    @Test
    void somebodyElsesWorkIsNeitherShownNorTakenBack() {
        models.says(FIRST).says(SECOND);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            var id = atelier.job(atelier.says("ada", "add an exclamation mark"));

            assertThat(atelier.says("eve", "/diff " + id).text()).contains("nothing to change here yet");
            assertThat(atelier.says("eve", "/undo " + id).text()).contains("nothing to change here yet");
            assertThat(atelier.says("ada", "/diff").text()).contains("version 2");
        }
    }

    @Test
    void takingBackTwiceChangesNothingTheSecondTime() {
        models.says(FIRST).says(SECOND).says(THIRD);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            var second = atelier.says("ada", "add an exclamation mark");
            var third = atelier.says("ada", "say it twice instead");
            atelier.presses("ada", third, "Undo");
            atelier.presses("ada", second, "Undo");
            assertThat(atelier.presses("ada", third, "Undo").text()).contains("taken back already");

            assertThat(atelier.says("ada", "/undo").text()).contains("first version");
        }
    }

    @Test
    void aReplyToAVersionThatWasTakenBackChangesThatOne() {
        models.says(FIRST).says(SECOND).says("```python main.py\nprint('new')\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            var second = atelier.says("ada", "add an exclamation mark");
            atelier.presses("ada", "Undo");
            var third = atelier.replies("ada", second, "add an exclamation mark");

            assertThat(third.files().get("greet.py")).as(third.text()).contains("HELLO");
        }
    }

    @Test
    void whatComesBackBehindSomethingNewerSaysHowToChangeIt() {
        models.says(FIRST).says(SECOND).says(THIRD);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            var back = atelier.presses("ada", "Undo");
            atelier.says("ada", "say it twice instead");

            assertThat(atelier.presses("ada", back, "Redo").text()).contains("is back", "made since", "reply");
        }
    }

    @Test
    void linesThatBeginLikeAHeadAreCountedToo() {
        models.says("```sql a.sql\n-- one\nselect 1;\n```\n").says("```sql a.sql\n-- two\nselect 1;\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a query in SQL");
            atelier.says("ada", "change the comment");

            assertThat(atelier.says("ada", "/diff").text()).contains("`a.sql` changed, +1 −1 lines");
        }
    }

    @Test
    void aFileTooLongForAModelIsNotExchangedForItsBeginning() {
        models.says("```python big.py\n" + "print('line')\n".repeat(20_000) + "```\n")
                .says("```python big.py\n" + "print('LINE')\n".repeat(50) + "```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a long program in Python");
            var refused = atelier.says("ada", "add an exclamation mark");

            assertThat(refused.text()).contains("`big.py` is longer than the model takes", "/model");
            assertThat(atelier.used("ada")).isEqualTo(1);
            assertThat(atelier.says("ada", "/diff").text()).contains("one version only");
        }
    }
}
