package atelier.generation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static final String METHOD = """
            static int countVowels(String text) {
                int count = 0; // a "quote, and a (
                for (char c : text.toLowerCase().toCharArray()) {
                    if ("aeiou)".indexOf(c) >= 0 && c != '\\'') {
                        count++;
                    }
                }
                return count;
            }""";
    private static final String CITY = """
            {"name": "Lisbon", "country": "Portugal", "population": 545000,
             "landmarks": ["Belém Tower", "Castle of St George", "Jerónimos"]}""";

    @Test
    void aMethodMustHaveItsSignatureAndCloseWhatItOpens() {
        assertThat(Checks.isMethod(METHOD)).isTrue();
        assertThat(Checks.isMethod("```java\n" + METHOD + "\n```")).isTrue();
        assertThat(Checks.isMethod(METHOD.replace("countVowels", "vowels"))).isFalse();
        assertThat(Checks.isMethod(METHOD.replace("count++;\n        }", "count++;"))).isFalse();
        assertThat(Checks.isMethod(METHOD.replace("\"aeiou)\"", "\"aeiou)"))).isFalse();
        assertThat(Checks.isMethod("Here it is:\n```java\n" + METHOD + "\n```\nEnjoy!")).isFalse();
        assertThat(Checks.isMethod(METHOD.substring(0, METHOD.length() - 1))).isFalse();
    }

    @Test
    void jsonMustFollowTheSchema() {
        assertThat(Checks.isCity(CITY)).isTrue();
        assertThat(Checks.isCity("```json\n" + CITY + "\n```")).isTrue();
        assertThat(Checks.isCity(CITY.replace("545000", "\"545000\""))).isFalse();
        assertThat(Checks.isCity(CITY.replace(", \"Jerónimos\"", ""))).isFalse();
        assertThat(Checks.isCity(CITY + " There you are.")).isFalse();
        assertThat(Checks.isCity(CITY.replace("{\"name\"", "{\"mayor\": \"?\", \"name\""))).isFalse();
    }

    @Test
    void anExplanationIsShortAndToThePoint() {
        assertThat(Checks.isExplanation("Sunlight holds all colours. The air throws the blue light about more than the"
                + " others, so blue comes to us from everywhere.")).isTrue();
        assertThat(Checks.isExplanation("Because of light.")).isFalse();
        assertThat(Checks.isExplanation("The sky is blue since the sea is blue and it looks at itself in there."))
                .isFalse();
        assertThat(Checks.isExplanation("Light is white. It is many colours. Air scatters blue. So the sky is blue."))
                .isFalse();
    }

    @Test
    void instructionsAreFollowedToTheLetter() {
        assertThat(Checks.isReversed("BLUE\nGREEN\nRED\n")).isTrue();
        assertThat(Checks.isReversed("Blue\nGreen\nRed")).isFalse();
        assertThat(Checks.isReversed("Sure!\nBLUE\nGREEN\nRED")).isFalse();
        assertThat(Checks.isReversed("RED\nGREEN\nBLUE")).isFalse();
    }

    @Test
    void aGermanSentenceIsOneAndGerman() {
        assertThat(Checks.isGermanSentence("Im Herbst fallen die bunten Blätter von den Bäumen.")).isTrue();
        assertThat(Checks.isGermanSentence("Herbst means autumn in English.")).isFalse();
        assertThat(Checks.isGermanSentence("Der Herbst ist da. Die Blätter fallen.")).isFalse();
        assertThat(Checks.isGermanSentence("Der Winter ist kalt und lang.")).isFalse();
    }

    @Test
    void twoLinesRhymeOnOtherWords() {
        assertThat(Checks.isRhyme("I wandered through the morning light,\nand left behind the silent night.")).isTrue();
        assertThat(Checks.isRhyme("A candle gives a little light\nwhile letters tell me what to write")).isTrue();
        assertThat(Checks.isRhyme("I saw the light\nit was a light")).isFalse();
        assertThat(Checks.isRhyme("I saw the light\nit had no weight")).isFalse();
        assertThat(Checks.isRhyme("Here you are:\nI saw the light\nand felt all right")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "```", "``````", "null", "[]", "\\", "/*", "'", "((((", "...", "🦊", "```\n```"})
    void nonsensePassesNowhere(String nonsense) {
        assertThat(BenchTasks.ALL).noneMatch(task -> task.passes().test(nonsense));
    }

    @Test
    void anEndlessAnswerIsJudgedAtOnce() {
        assertThat(BenchTasks.ALL).noneMatch(task -> task.passes().test("light. (".repeat(1_000_000)));
    }
}
