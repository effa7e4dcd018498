package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.intent.Intent.Kind;
import atelier.language.Language;
import atelier.language.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is offered as an example in a language is understood when it is said.
class SpokenExamplesTest {
    private final IntentParser parser = new IntentParser();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyExampleLeadsToWhatItIsAnExampleOf(Language language) {
        var phrases = Phrases.of(language);
        assertThat(kind(phrases.say("answer.example.song"))).isEqualTo(Kind.GENERATE_FULL_SONG);
        assertThat(kind(phrases.say("answer.example.game"))).isEqualTo(Kind.GENERATE_GAME);
        assertThat(kind(phrases.say("answer.example.lyrics"))).isEqualTo(Kind.GENERATE_LYRICS);
        assertThat(kind(phrases.say("answer.example.code"))).isEqualTo(Kind.GENERATE_CODE);
        assertThat(kind(phrases.say("question.make.melody"))).isEqualTo(Kind.GENERATE_MELODY);
    }

    private Kind kind(String words) {
        return parser.parse(words, null, Situation.NONE).intent().kind();
    }
}
