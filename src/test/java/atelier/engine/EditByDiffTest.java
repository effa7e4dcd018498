package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reply whose answer shows only what changes: it counts against the files of the version before.
class EditByDiffTest {
    private static final String FIRST = """
            Two files.
            ```python main.py
            import greet

            for name in ["Ada", "Bob"]:
                greet.hello(name)
            ```
            ```python greet.py
            def hello(name):
                print("hello", name)
            ```
            """;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private TestChat.Post changed(String... answers) {
        models.says(FIRST);
        for (var answer : answers) {
            models.says(answer);
        }
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting in Python");
            return atelier.says("ada", "change the greeting to capital letters");
        }
    }

    @Test
    void aDiffIsAppliedToTheEarlierVersion() {
        var next = changed("""
                Louder now.
                ```diff
                --- a/greet.py
                +++ b/greet.py
                @@ -1,2 +1,2 @@
                 def hello(name):
                -    print("hello", name)
                +    print("HELLO", name)
                ```
                """);

        assertThat(next.files()).containsOnlyKeys("main.py", "greet.py").containsEntry("greet.py",
                "def hello(name):\n    print(\"HELLO\", name)\n");
        assertThat(next.text()).contains("Louder now.", "✓ `greet.py`").doesNotContain("---", "✗");
        assertThat(models.asked()).hasSize(2);
    }

    @Test
    void aDiffWithoutAFenceCountsToo() {
        var next = changed("""
                Louder now.

                --- a/greet.py
                +++ b/greet.py
                @@ -2 +2 @@
                -    print("hello", name)
                +    print("HELLO", name)

                Say if it should be louder still.
                """);

        assertThat(next.files()).containsOnlyKeys("main.py", "greet.py");
        assertThat(next.files().get("greet.py")).contains("HELLO");
        assertThat(next.text()).contains("Louder now.", "louder still");
    }

    @Test
    void blocksOfSearchAndReplaceAreAppliedAndANewFileIsMade() {
        var next = changed("""
                Louder, with a test.

                greet.py
                ```python
                <<<<<<< SEARCH
                    print("hello", name)
                =======
                    print("HELLO", name)
                >>>>>>> REPLACE
                ```

                test_greet.py
                ```python
                <<<<<<< SEARCH
                =======
                import greet


                def test_hello():
                    greet.hello("Eve")
                >>>>>>> REPLACE
                ```
                """);

        assertThat(next.files()).containsOnlyKeys("main.py", "greet.py", "test_greet.py");
        assertThat(next.files().get("greet.py")).isEqualTo("def hello(name):\n    print(\"HELLO\", name)\n");
        assertThat(next.files().get("test_greet.py")).startsWith("import greet\n").endsWith("hello(\"Eve\")\n");
    }

    @Test
    void filesAreRemovedAndRenamedByADiff() {
        var next = changed("""
                ```diff
                diff --git a/greet.py b/shout.py
                similarity index 80%
                rename from greet.py
                rename to shout.py
                --- a/greet.py
                +++ b/shout.py
                @@ -1,2 +1,2 @@
                 def hello(name):
                -    print("hello", name)
                +    print("HELLO", name)
                diff --git a/main.py b/main.py
                --- a/main.py
                +++ b/main.py
                @@ -1,4 +1,4 @@
                -import greet
                +import shout
                \s
                 for name in ["Ada", "Bob"]:
                -    greet.hello(name)
                +    shout.hello(name)
                ```
                """);

        assertThat(next.files()).containsOnlyKeys("main.py", "shout.py");
        assertThat(next.files().get("main.py"))
                .isEqualTo("import shout\n\nfor name in [\"Ada\", \"Bob\"]:\n    shout.hello(name)\n");
    }

    @Test
    void whatDoesNotFitIsAskedForOnceMoreAndWhatFitsIsKept() {
        var next = changed("""
                Louder and more.
                ```diff
                --- a/greet.py
                +++ b/greet.py
                @@ -1,2 +1,2 @@
                -    print("good day", name)
                +    print("GOOD DAY", name)
                --- a/main.py
                +++ b/main.py
                @@ -3 +3 @@
                -for name in ["Ada", "Bob"]:
                +for name in ["Ada", "Bob", "Eve"]:
                ```
                """, "```python greet.py\ndef hello(name):\n    print(\"GOOD DAY\", name)\n```\n");

        assertThat(models.words(2))
                .contains("`greet.py` does not fit the change: it has no line `print(\"good day\", name)`");
        assertThat(next.files().get("greet.py")).contains("GOOD DAY");
        assertThat(next.files().get("main.py")).contains("Eve").contains("greet.hello(name)");
        assertThat(next.text()).contains("✓ `greet.py`", "✓ `main.py`").doesNotContain("✗");
    }

    @Test
    void whatStillDoesNotFitIsSaid() {
        var diff = "```diff\n--- a/greet.py\n+++ b/greet.py\n@@ -1 +1 @@\n-nothing like it\n+x = 1\n```\n";
        var next = changed(diff + "```python extra.py\nx = 1\n```\n", diff);

        assertThat(next.files()).containsOnlyKeys("main.py", "greet.py", "extra.py");
        assertThat(next.files().get("greet.py")).contains("print(\"hello\", name)");
        assertThat(next.text()).contains("✗ `greet.py` · does not fit the change: it has no line `nothing like it`",
                "Still wrong after one repair");
    }

    @Test
    void aChangeThatFitsNowhereMakesNoVersion() {
        var diff = "```diff\n--- a/greet.py\n+++ b/greet.py\n@@ -1 +1 @@\n-nothing like it\n+x = 1\n```\n";
        var next = changed(diff, diff);

        assertThat(next.files()).isEmpty();
        assertThat(next.text()).contains("does not fit your version", "`greet.py`", "stays as it is", "/model");
    }

    @Test
    void aPartShownUnderASentenceDoesNotReplaceTheFile() {
        models.says("```python main.py\n" + "x = 1\n".repeat(40) + "```\n")
                .says("In `main.py` change this:\n\n```python\nx = 2\n```\n")
                .says("```python main.py\n" + "x = 1\n".repeat(39) + "x = 2\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code forty lines in Python");
            var next = atelier.says("ada", "let the last one be 2");

            assertThat(next.files().get("main.py")).hasLineCount(40).endsWith("x = 2\n");
            assertThat(models.words(2)).contains("`main.py` is shown in part");
        }
    }

    @Test
    void aFileGivenWholeAndThenShownAsADiffIsRightAtOnce() {
        var next = changed("""
                ```python greet.py
                def hello(name):
                    print("HELLO", name)
                ```
                In short:
                ```diff
                --- a/greet.py
                +++ b/greet.py
                @@ -2 +2 @@
                -    print("hello", name)
                +    print("HELLO", name)
                ```
                """);

        assertThat(next.files().get("greet.py")).isEqualTo("def hello(name):\n    print(\"HELLO\", name)\n");
        assertThat(models.asked()).hasSize(2);
    }

    @Test
    void aDiffCannotWriteOutsideTheProject() {
        var next = changed("""
                ```diff
                --- /dev/null
                +++ b/../../etc/cron.d/x
                @@ -0,0 +1 @@
                +* * * * * root true
                --- a/greet.py
                +++ b/greet.py
                @@ -2 +2 @@
                -    print("hello", name)
                +    print("HELLO", name)
                diff --git a/main.py b/../main.py
                rename from main.py
                rename to ../main.py
                ```
                """, "Sorry.");

        assertThat(next.files()).containsOnlyKeys("main.py", "greet.py");
        assertThat(next.text()).contains("leads out of its folder");
    }
}
