package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscordMarkdownTest {
    @Test
    void aTableBecomesAlignedCode() {
        assertThat(DiscordMarkdown.of("""
                Models:

                | Name | Size |
                |:-----|-----:|
                | `small` | 3 |
                | much larger | 120 |

                Done."""))
                .isEqualTo("""
                        Models:

                        ```
                        Name        │ Size
                        ────────────┼─────
                        small       │ 3
                        much larger │ 120
                        ```

                        Done.""");
    }

    @Test
    void codeIsLeftAsItIs() {
        var code = "```md\n##### not a heading\n| a | b |\n|---|---|\n[x](javascript:y)\n```";

        assertThat(DiscordMarkdown.of(code)).isEqualTo(code);
    }

    @Test
    void deepHeadingsBecomeBoldAndShallowOnesStay() {
        assertThat(DiscordMarkdown.of("### Three\n#### Four ####\n###### Six"))
                .isEqualTo("### Three\n**Four**\n**Six**");
    }

    @Test
    void linksHideNothingButWebAddresses() {
        assertThat(
                DiscordMarkdown.of("[docs](https://example.org/a) and [run](javascript:alert) and [x](discord://me)"))
                .isEqualTo("[docs](https://example.org/a) and run and x");
    }

    @Test
    void aPipeInASentenceIsNoTable() {
        assertThat(DiscordMarkdown.of("a | b\nnext line - with | more")).isEqualTo("a | b\nnext line - with | more");
    }

    @Test
    void aTableThatOutgrowsTheMessageStaysAsItWas() {
        var row = "| " + "x".repeat(60) + " | y |\n";
        var table = "| a | b |\n|---|---|\n" + row.repeat(20) + ("| q | " + "z".repeat(90) + " |\n").repeat(4);

        assertThat(DiscordText.whole(table)).isEqualTo(table);
        assertThat(DiscordText.whole("| a | b |\n|---|---|\n| c | d |")).startsWith("```");
    }

    @Test
    void aGrowingTextShowsItsNewestPart() {
        var text = "first words. " + "and more words. ".repeat(300) + "the newest words";

        assertThat(DiscordText.newest(text)).endsWith("the newest words").hasSizeLessThanOrEqualTo(2000);
    }
}
