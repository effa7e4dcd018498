package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {
    private final IntentParser parser = new IntentParser();

    private Parsed parsed(String text) {
        return parser.parse(text, null, Situation.NONE);
    }

    @ParameterizedTest
    @CsvSource({"blind.tsv,2", "blind-two.tsv,4"})
    void listsNobodyLearnedFromAreUnderstood(String table, double atMostWrong) throws IOException {
        var utterances = Utterances.read(table);
        var wrong = utterances.misunderstood(parser);
        assertThat(100.0 * wrong.size() / utterances.lines().size()).describedAs("%s", wrong)
                .isLessThanOrEqualTo(atMostWrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello there, tell me about rivers", "hallo, was ist ein Fluss", "hola, ¿qué es un río?",
            "bonjour, quels sont les océans", "olá, o que é um rio?", "привет, что такое река?", "你好，河流是什么"})
    void aQuestionBehindAGreetingIsAnswered(String text) {
        assertThat(parsed(text).intent().kind()).isEqualTo(Intent.Kind.CHAT);
        assertThat(parsed(text).isUnsure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename the chat class to Talk", "rename the conversation table to talks",
            "call the chat function twice", "benenne die Chat-Klasse um in Gespräch",
            "renombra la clase chat a Charla", "renomme la classe chat en Discussion",
            "renomeie a classe chat para Conversa", "переименуй класс чат в Разговор", "把聊天类重命名为谈话"})
    void aClassNamedAfterAConversationIsNone(String text) {
        assertThat(parsed(text).intent().kind()).isNotEqualTo(Intent.Kind.HISTORY);
        var made = new Situation(Situation.Artifact.CODE, null, false);
        assertThat(parser.parse(text, null, made).intent().kind()).isNotEqualTo(Intent.Kind.HISTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename this chat to class notes", "benenne dieses Gespräch um in Klasse 5b",
            "renombra esta conversación a clase de historia", "renomme cette conversation en classe verte"})
    void aConversationMayBeCalledAfterAClass(String text) {
        assertThat(parsed(text).intent().kind()).isEqualTo(Intent.Kind.HISTORY);
    }

    @Test
    void doubtMarksMostMistakesAndLittleElse() throws IOException {
        var lines = new ArrayList<>(Utterances.read("blind.tsv").lines());
        lines.addAll(Utterances.read("blind-two.tsv").lines());
        int doubted = 0;
        int mistaken = 0;
        int both = 0;
        for (var line : lines) {
            var parsed = parser.parse(line.text(), null, line.situation());
            boolean wrong = parsed.intent().kind() != line.kind();
            doubted += parsed.isUnsure() ? 1 : 0;
            mistaken += wrong ? 1 : 0;
            both += wrong && parsed.isUnsure() ? 1 : 0;
        }
        assertThat(100.0 * doubted / lines.size()).isLessThanOrEqualTo(8);
        assertThat(2 * both).isGreaterThanOrEqualTo(mistaken);
    }

    @ParameterizedTest
    @EnumSource(Intent.Kind.class)
    void buttonOfAKindMeansExactlyThatKind(Intent.Kind kind) {
        var parsed = parsed(Kinds.of(kind).command() + " a cat in the rain");
        assertThat(parsed.intent().kind()).isEqualTo(kind);
        assertThat(parsed.confidence()).isEqualTo(1);
    }

    @Test
    void questionOffersTheLikeliestKindsAndMereTalk() {
        var kinds = List.of(Intent.Kind.GENERATE_LYRICS, Intent.Kind.CHAT, Intent.Kind.EDIT_LAST);
        var question = Questions.between(kinds, "rain again");
        assertThat(question.slot()).isEqualTo("intent");
        assertThat(question.choices()).extracting(Question.Choice::value).containsExactly("/lyrics rain again",
                "/as edit_last rain again", "/talk rain again");
    }

    @Test
    void doubtfulWishIsAskedAboutAndDoubtfulTalkIsNot() throws IOException {
        for (var table : List.of("blind.tsv", "blind-two.tsv", "train-border.tsv")) {
            for (var line : Utterances.read(table).lines()) {
                var parsed = parser.parse(line.text(), null, line.situation());
                var question = parsed.question();
                boolean asked = question != null && question.slot().equals("intent");
                assertThat(asked && !parsed.isUnsure()).describedAs(line.text()).isFalse();
                if (asked && parsed.intent() instanceof Intent.Talk) {
                    assertThat(Objects.requireNonNull(question).text()).describedAs(line.text())
                            .isEqualTo("What should I make?");
                }
            }
        }
    }

    @Test
    void theLikeliestKindsAreNamedWithTheirShares() {
        var likeliest = parsed("something like a tune with words or so").likeliest();
        assertThat(likeliest).hasSizeBetween(1, 3)
                .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
        assertThat(parsed("/melody").likeliest()).isEmpty();
    }

    @Test
    void whatSomebodyElseDecidedIsFilledLikeAnyOther() {
        var melody = parser.as(Intent.Kind.GENERATE_MELODY, "something in D minor at 90 bpm for mum", Situation.NONE);
        assertThat(melody.entities()).containsEntry("key", "D").containsEntry("tempo", 90);
        assertThat(melody.question()).isNull();
        assertThat(melody.isUnsure()).isFalse();
        var master = parser.as(Intent.Kind.MASTER_AUDIO, "could this be fatter", Situation.NONE);
        assertThat(Objects.requireNonNull(master.question()).slot()).isEqualTo("file");
        assertThat(parser.as(Intent.Kind.HISTORY, "please delete our chat", Situation.NONE).entities())
                .containsEntry("action", "delete");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8 Takte in Es-Dur, fröhlich           | GENERATE_MELODY
            why do songs get stuck in my head     | CHAT
            could you switch to gemma please      | MANAGE_MODELS
            turn off the cloud for me             | MANAGE_MODELS
            """)
    void whatWasOnceMissedIsUnderstood(String text, Intent.Kind kind) {
        assertThat(parsed(text).intent().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a melody in the key of H", "a melody in H minor", "/melody in H minor"})
    void keyThatEnglishDoesNotKnowIsTakenAsBAndSaid(String text) {
        assertThat(parsed(text).entities()).containsEntry("key", "B")
                .containsEntry("note", "music.note.h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eine Melodie in h-Moll", "eine Melodie in H-Dur", "a melody in H-moll",
            "a tune in B minor"})
    void germanHIsBWithoutAWord(String text) {
        assertThat(parsed(text).entities()).containsEntry("key", "B").doesNotContainKey("note");
    }
}
