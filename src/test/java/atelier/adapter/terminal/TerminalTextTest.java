package atelier.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    private static final String ANSWER = """
            ## A **snake** game
            Run **it** with `python snake.py`:
            - once
            ```python
            x = 2**3**4  # **not bold**, - no bullet
            ## no heading
            ```
            -# Made by ollama/llama3.2""";

    @Test
    void marksAreTakenOffButNeverFromCode() {
        assertThat(TerminalText.of(ANSWER, false, 0)).isEqualTo("""
                A snake game
                Run it with `python snake.py`:
                • once
                ```python
                x = 2**3**4  # **not bold**, - no bullet
                ## no heading
                ```
                  Made by ollama/llama3.2""");
    }

    @Test
    void stylesChangeNoWordAndAlwaysEnd() {
        var styled = TerminalText.of(ANSWER, true, 0);

        assertThat(styled).contains("\u001b[1mA snake game\u001b[0m", "\u001b[36mpython snake.py\u001b[0m",
                "\u001b[36mx = 2**3**4  # **not bold**, - no bullet\u001b[0m",
                "\u001b[2m  Made by ollama/llama3.2\u001b[0m");
        assertThat(styled.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(TerminalText.of(ANSWER, false, 0).replace("`python snake.py`", "python snake.py"));
    }

    @Test
    void aFenceEndsOnlyWithItsOwnMark() {
        assertThat(TerminalText.of("~~~~\n```\n**a**\n~~~\n**b**\n~~~~\n**c**", false, 0))
                .isEqualTo("~~~~\n```\n**a**\n~~~\n**b**\n~~~~\nc");
    }

    @Test
    void linesBreakBetweenWordsButCodeStaysWhole() {
        var answer = "- Say **another take** for a new tune 音楽音楽\n```\na long line of code that goes on\n```\n  two words";

        assertThat(TerminalText.of(answer, false, 20)).isEqualTo("""
                • Say another take
                  for a new tune
                  音楽音楽
                ```
                a long line of code that goes on
                ```
                  two words""");
        assertThat(TerminalText.of("averyverylongwordwithoutspaces", false, 10))
                .isEqualTo("averyverylongwordwithoutspaces");
    }
}
