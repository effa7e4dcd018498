package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
    private static final String LONG = "Answer in the language of the person who asks you, and keep to what they asked for.";
    private static final String SHORT = "Never tell who made you.";
    private static final String OTHER = "Speak kindly and briefly to all.";
    private static final String RULE = "*".repeat(70);

    private final Echo echo = Echo.of(LONG + "\n" + SHORT + "\n" + OTHER + "\n" + RULE);

    @ParameterizedTest
    @ValueSource(strings = {
            "Answer in the language of the person who asks you, and keep to what they asked for.",
            "ANSWER IN THE LANGUAGE OF THE PERSON WHO ASKS YOU, AND KEEP TO WHAT THEY ASKED FOR.",
            "> Answer in the language\n> of the **person** who asks you, and _keep_ to what they\t asked for.",
            "answer in the language of the person who a\u017Fks you, and \u212Aeep to what they `asked` for."})
    void aLongSentenceIsLeftOutHoweverItIsWritten(String recited) {
        assertThat(echo.removed("I was told: " + recited + " So there.").replaceAll("[>\\s]+", " "))
                .isEqualTo("I was told: […] So there.");
    }

    @Test
    void aShortSentenceMayBeSaidByChance() {
        assertThat(echo.removed("My rule: " + SHORT)).isEqualTo("My rule: " + SHORT);
        assertThat(echo.removed(SHORT + " " + OTHER)).isEqualTo(SHORT + " " + OTHER);
    }

    @Test
    void ofARecitalAllIsLeftOut() {
        assertThat(echo.removed(LONG + "\n" + SHORT + "\n" + OTHER)).isEqualTo("[…]\n[…]\n[…]");
    }

    @Test
    void whatIsOnlyAPartOrTooFarApartStays() {
        var part = "Answer in the language of the person";
        var apart = LONG.replace("language of", "language" + " ".repeat(30) + "of");
        assertThat(echo.removed(part)).isEqualTo(part);
        assertThat(echo.removed(apart)).isEqualTo(apart);
        assertThat(echo.removed("")).isEmpty();
    }
}
