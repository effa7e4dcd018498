package atelier.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Creation;
import atelier.generation.Answer;
import atelier.generation.OwnModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The line under an answer.
class FooterTest {
    private static String footer(boolean local, double cost, OwnModel.Whose whose) {
        var answered = new Answer.Answered("Rain.", "gemini-3.8-flash", "gemini", local, 100, 500, 12, 0, 34, cost,
                List.of(), new OwnModel.Label(whose, "Gemini"), "", null);
        return Footer.of(new Creation("Rain", List.of(), "Rain.", List.of(), answered, null));
    }

    @Test
    void whatIsPaidElsewhereIsNotCalledFree() {
        assertThat(footer(false, 0, OwnModel.Whose.PERSON)).endsWith(" · not charged here");
        assertThat(footer(false, 0.01, OwnModel.Whose.OPERATOR)).endsWith(" · $0.0100");
        assertThat(footer(true, 0, OwnModel.Whose.PERSON)).endsWith(" · free");
    }
}
