package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            **bold** and *italic*          ¦ bold and italic       ¦ bold(bold) italic(italic)
            # Title                        ¦ Title                 ¦ bold(Title)
            run `ls -l` now                ¦ run ls -l now         ¦ code(ls -l)
            😀 **wide**                    ¦ 😀 wide               ¦ bold(wide)
            [site](https://example.org)    ¦ site                  ¦ text_link(site)
            [me](tg://user?id=1)           ¦ me                    ¦ ''
            [x](javascript:alert(1))       ¦ x                     ¦ ''
            **see `code` here**            ¦ see code here         ¦ bold(see) code(code) bold(here)
            ***both***                     ¦ both                  ¦ bold(both) italic(both)
            call @somebody now             ¦ call @somebody now    ¦ code(@somebody)
            **hi @somebody you**           ¦ hi @somebody you      ¦ bold(hi ) code(@somebody) bold( you)
            mail a@example.org             ¦ mail a@example.org    ¦ ''
            5 * 3 _ 2 < 4 & 1 [ ] ( ) ~ !  ¦ 5 * 3 _ 2 < 4 & 1 [ ] ( ) ~ ! ¦ ''
            <b>no html</b>                 ¦ <b>no html</b>        ¦ ''
            """)
    void markdownBecomesTextAndEntities(String markdown, String text, String entities) {
        var result = TelegramText.of(markdown);

        assertThat(result.text()).isEqualTo(text);
        assertThat(described(result)).isEqualTo(entities);
    }

    @Test
    void listsKeepTheirBulletsNumbersAndDepth() {
        assertThat(TelegramText.of("- one\n- two\n  - inner\n\n3. three\n4. four").text())
                .isEqualTo("• one\n• two\n  • inner\n\n3. three\n4. four");
    }

    @Test
    void codeKeepsItsLanguageAndIndentation() {
        var result = TelegramText.of("Look:\n\n```Java title=x\nif (a) {\n    b();\n}\n```");

        assertThat(result.text()).isEqualTo("Look:\n\nif (a) {\n    b();\n}");
        assertThat(result.entities()).singleElement().satisfies(pre -> {
            assertThat(pre.getType()).isEqualTo("pre");
            assertThat(pre.getLanguage()).isEqualTo("java");
            assertThat(pre.getOffset()).isEqualTo(7);
        });
    }

    @Test
    void aTableStandsInEqualColumns() {
        var result = TelegramText.of("| Name | Size |\n|---|---|\n| a **b** | 1 |\n| longer | 20 |");

        assertThat(result.text()).isEqualTo("""
                Name   │ Size
                ───────┼─────
                a b    │ 1
                longer │ 20""");
        assertThat(described(result)).startsWith("pre(");
    }

    @Test
    void moreThanAHundredEntitiesAreCutBackAndCodeStays() {
        var markdown = IntStream.range(0, 150).mapToObj(i -> "**b" + i + "**").collect(Collectors.joining(" "))
                + " `last`";

        var result = TelegramText.of(markdown);

        assertThat(result.entities()).hasSize(100);
        assertThat(result.entities().getLast().getType()).isEqualTo("code");
    }

    @Test
    void whatRendersToNothingIsShownAsWritten() {
        assertThat(TelegramText.of("[](https://example.org)").text()).isEqualTo("[](https://example.org)");
    }

    @Test
    void deepNestingDoesNotBreakIt() {
        assertThat(TelegramText.of("> ".repeat(2000) + "deep").text()).contains("deep");
        assertThat(TelegramText.of("*_".repeat(2000)).text()).isNotBlank();
    }

    private static String described(TelegramText text) {
        return text.entities().stream().map(entity -> entity.getType() + "("
                + text.text().substring(entity.getOffset(), entity.getOffset() + entity.getLength()) + ")")
                .collect(Collectors.joining(" "));
    }

    @Test
    void smallPrintLosesItsMarkAndStandsInItalics() {
        var text = TelegramText.of("**Done**\n\n-# llama3 on Ollama (local) · free");

        assertThat(text.text()).isEqualTo("Done\n\nllama3 on Ollama (local) · free");
        assertThat(text.entities())
                .extracting(entity -> entity.getType() + entity.getOffset() + "+" + entity.getLength())
                .containsExactlyInAnyOrder("bold0+4", "italic6+31");
    }
}
