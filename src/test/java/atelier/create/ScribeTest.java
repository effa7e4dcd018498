package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Answer;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScribeTest {
    private static final int PIECE = 5;

    /// Answers with so many letters, in pieces of five.
    private record Talker(int letters) implements Router {
        @Override
        public Answer generate(Request request) {
            for (int at = 0; at < letters; at += PIECE) {
                request.onText().accept("abcd\n");
            }
            return new Answer.Answered("done", "tiny", "ollama", true, 5, 100, 10, 20, 0, List.of());
        }
    }

    private static long copied(int letters) {
        var copied = new AtomicLong();
        new Scribe(new Talker(letters)).ask(Prompt.of("", "Talk."), ScriptedRouter.bench(new ArrayList<>()),
                whole -> copied.addAndGet(whole.length()));
        return copied.get();
    }

    @Test
    void whatIsCopiedIsInProportionToTheAnswer() {
        long small = copied(50_000);
        long large = copied(500_000);
        System.out.printf("letters copied for an answer of 500,000 in pieces of %d: %,d; each piece would take %,d%n",
                PIECE, large, 500_000L / PIECE * 500_005 / 2);

        assertThat(large).isLessThan(40L * 500_000).isLessThan(12 * small);
    }

    @Test
    void aShortAnswerIsShownAtEveryPiece() {
        var shown = new ArrayList<String>();
        new Scribe(new Talker(25)).ask(Prompt.of("", "Talk."), ScriptedRouter.bench(new ArrayList<>()), shown::add);

        assertThat(shown).hasSize(5).last().isEqualTo("abcd\n".repeat(5));
    }
}
