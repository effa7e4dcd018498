package atelier.process;

import static atelier.process.Ordeal.Servers.GEMINI;
import static atelier.process.Ordeal.Servers.OLLAMA;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.process.Ordeal.Result;
import atelier.process.Ordeal.Servers;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people see and pay when model servers misbehave; all of it is printed by [Troubles].
class TroublesTest {
    /// 400 tokens in and 200 out, at the prices of 21 November 2026.
    private static final double ANSWER_OF_GEMINI = 0.00105;

    /// Time limits are short here, and the first wish of all waits for the program to be read.
    @BeforeAll
    static void warmUp() throws IOException {
        play("nothing", OLLAMA);
        play("nothing", GEMINI);
    }

    private static Result play(String title, Servers servers) throws IOException {
        var result = Ordeals.named(title, servers).play();
        assertThat(result.left()).as("connections left").isZero();
        return result;
    }

    @ParameterizedTest
    @CsvSource({"error in mid-stream after status 200,broke off", "10 GB of gzip,this is no model server",
            "redirect to another host,redirects", "key refused,key refused", "empty answer,empty answer",
            "NUL bytes on the wire,no sensible answer", "stalls after 5 tokens,silent for 3 s"})
    void withoutAnAnswerThePersonHearsWhyAndIsChargedNothing(String title, String why) throws IOException {
        var result = play(title, OLLAMA);

        assertThat(result.saw()).contains("qwen3:8b", why).doesNotContain(Stage.ANSWER);
        assertThat(result.messages()).isZero();
        assertThat(result.usd() + result.spent()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"500 twice then fine,OLLAMA_GEMINI,unexpected EOF",
            "redirect to another host,OLLAMA_GEMINI,redirects",
            "status 200 with an error for an unknown path,LM_STUDIO_GEMINI,has no chat"})
    void theCloudAnswersInItsPlaceOnceAndSaysWhy(String title, Servers servers, String why) throws IOException {
        var result = play(title, servers);

        assertThat(result.saw()).contains(Stage.CLOUD_ANSWER, "Gemini (cloud), because", why);
        assertThat(result.messages()).isOne();
        assertThat(result.usd()).isCloseTo(ANSWER_OF_GEMINI, Offset.offset(1e-9));
        assertThat(result.asked()).endsWith("+ 1");
    }

    @Test
    void thinkingIsHiddenAndPaidFor() throws IOException {
        var result = play("thinks 1000 tokens long", GEMINI);

        assertThat(result.saw()).startsWith(Stage.ANSWER).doesNotContain("physics");
        assertThat(result.lost()).isEmpty();
        assertThat(result.usd()).isCloseTo(ANSWER_OF_GEMINI + 1000 * 3.75e-6, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"429 for the rest of the day,quota used up,0", "'429, retryDelay 26.837s',asks to wait 26 s,0",
            "prompt blocked (promptFeedback),prompt refused,9e-6",
            "answer blocked (finishReason SAFETY),content refused,0.00105"})
    void whatGeminiRefusesCostsWhatItCountedAndIsNotAskedAgain(String title, String why, double counted)
            throws IOException {
        var result = play(title, GEMINI);

        assertThat(result.saw()).contains(why);
        assertThat(result.messages()).isZero();
        assertThat(result.spent()).isCloseTo(counted, Offset.offset(1e-9));
        assertThat(result.asked()).isEqualTo("1");
    }

    @Test
    void charactersThatCannotBeShownDoNotReachThePerson() throws IOException {
        var result = play("NUL and half a surrogate pair as escapes", OLLAMA);

        assertThat(result.saw()).startsWith("Blue is \ufffd the \ufffd sky.");
        assertThat(result.messages()).isOne();
    }
}
