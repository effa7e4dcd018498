package atelier.process;

import java.nio.charset.StandardCharsets;

/// What the models of these tests say.
final class Answers {
    static final String OPENING = "A list of things to do that you keep at the command line.";
    static final String TODO = """
            import sys

            tasks = []


            def add(words):
                tasks.append(words)
                return len(tasks)


            if __name__ == "__main__":
                print(add(" ".join(sys.argv[1:])))
            """;
    static final String NOTES = """
            # Things to do

            Run `python todo.py buy bread` and see the number of the task.
            """;
    static final String PROJECT = OPENING + " It stands on the standard library alone.\n\n```python todo.py\n" + TODO
            + "```\n\n````markdown README.md\n" + NOTES + "````\n";

    static final String TESTED = """
            I added a test that adds two things and counts them.

            ```python test_todo.py
            from todo import add


            def test_add_counts():
                assert add("buy bread") == 1
                assert add("buy milk") == 2
            ```
            """;

    private Answers() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
