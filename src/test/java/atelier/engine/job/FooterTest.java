package atelier.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Creation;
import atelier.generation.Answer;
import atelier.generation.OwnModel;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.language.Sentence;
import atelier.usage.Cost;
import atelier.usage.TaskWords;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The line under an answer.
class FooterTest {
    private static String footer(boolean local, Cost cost, OwnModel.Whose whose) {
        var answered = new Answer.Answered("Rain.", "gemini-3.8-flash", "gemini", local, 100, 500, 12, 0, 34, cost,
                List.of(), new OwnModel.Label(whose, "Gemini"), null, null);
        return Footer.of(new Creation("Rain", List.of(), "Rain.", List.of(), answered, null),
                Phrases.of(Language.ENGLISH));
    }

    @Test
    void whatAnOwnKeyPaysIsToldWithWhoseKeyItIs() {
        assertThat(footer(false, new Cost(0, 0.002), OwnModel.Whose.PERSON)).endsWith(" · $0.0020 on your key");
        assertThat(footer(false, new Cost(0, 0.002), OwnModel.Whose.CHAT)).endsWith(" · $0.0020 on this chat's key");
        assertThat(footer(false, new Cost(0, 0.002), OwnModel.Whose.TEAM)).endsWith(" · $0.0020 on this team's key");
        assertThat(footer(false, new Cost(0, 0.00001), OwnModel.Whose.PERSON))
                .endsWith(" · less than $0.0001 on your key");
    }

    @Test
    void whyAModelWasPutFirstIsSaidInTheLanguageOfThePerson() {
        var because = Sentence.of("learning.best", "model", "gemma3", "good", 14, "calls", 15, "task",
                TaskWords.said("GENERATE_CODE"), "where", Sentence.of("learning.where.person"), "seconds", 6);
        var answered = new Answer.Answered("Rain.", "gemma3", "ollama", true, 100, 500, 12, 0, 34, Cost.NOTHING,
                List.of(), new OwnModel.Label(OwnModel.Whose.PERSON, "Gemma"), because, null);
        var creation = new Creation("Rain", List.of(), "Rain.", List.of(), answered, null);

        assertThat(Footer.of(creation, Phrases.of(Language.GERMAN))).endsWith(
                "\n-# gemma3 zuerst: bei dir 14 von 15 Aufgaben (Code) gut erledigt, die Hälfte in höchstens 6 s");
        assertThat(Footer.of(creation, Phrases.of(Language.ENGLISH))).endsWith(
                "\n-# gemma3 first: 14 of 15 code tasks went well for you, half within 6 s");
    }

    @Test
    void whatIsPaidElsewhereIsNotCalledFree() {
        assertThat(footer(false, Cost.NOTHING, OwnModel.Whose.PERSON)).endsWith(" · not charged here");
        assertThat(footer(false, Cost.of(0.01), OwnModel.Whose.OPERATOR)).endsWith(" · $0.0100");
        assertThat(footer(true, Cost.NOTHING, OwnModel.Whose.PERSON)).endsWith(" · free");
    }
}
