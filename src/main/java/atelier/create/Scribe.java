package atelier.create;

import atelier.chat.UserFacingException;
import atelier.generation.Answer;
import atelier.generation.Answer.Answered;
import atelier.generation.Failure;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks the models for every creator: puts history and materials into the prompt, and turns failures into sentences.
public final class Scribe {
    /// Dearer calls are announced before they are made.
    private static final double WORTH_SAYING = 0.05;
    private static final int SMALLEST_BUDGET = Brief.BUDGET / 16;

    private final Router router;

    public Scribe(Router router) {
        this.router = router;
    }

    /// An answer, and the brief that got it.
    public record Told(Answered answered, Brief brief) {}

    /// Asks with everything a person gave; where that is too long for every model, with less of it, and the brief says so.
    ///
    /// @param schema what the answer should look like; null for free text
    /// @param whole  receives the whole text so far as it grows; see [Growing]
    /// @throws UserFacingException   when nobody answered
    /// @throws CancellationException when the person stopped it
    public Told ask(String system, String words, Workbench bench, Prompt.Sampling sampling, @Nullable String schema,
            Consumer<String> whole) {
        for (int budget = Brief.BUDGET;; budget /= 4) {
            var brief = Brief.of(bench.manner().colour(system), words, bench, sampling, budget).withSchema(schema);
            var answer = answer(brief.prompt(), bench, whole);
            boolean tooLong = answer instanceof Answer.Failed failed && failed.failure() == Failure.TOO_LONG;
            if (!tooLong || budget <= SMALLEST_BUDGET) {
                return new Told(answered(answer), brief);
            }
        }
    }

    /// Blocks until a model has answered.
    ///
    /// @param whole receives the whole text so far as it grows; see [Growing]
    /// @throws UserFacingException   when nobody answered
    /// @throws CancellationException when the person stopped it
    public Answered ask(Prompt prompt, Workbench bench, Consumer<String> whole) {
        return answered(answer(prompt, bench, whole));
    }

    /// The same for those who can go on when nobody answered.
    ///
    /// @throws CancellationException when the person stopped it
    public Answer answer(Prompt prompt, Workbench bench, Consumer<String> whole) {
        var echo = Echo.of(prompt.system());
        var growing = new Growing(text -> whole.accept(echo.removed(text)));
        router.estimate(prompt, bench.terms())
                .filter(estimate -> estimate.isFirst() && estimate.mostUsd() >= WORTH_SAYING)
                .ifPresent(estimate -> bench.onText().accept(bench.phrases().say("text.dear", "model",
                        estimate.model().id(), "dollars", String.format(Locale.ROOT, "$%.2f", estimate.mostUsd()))));
        var answer = router.generate(new Request(prompt, bench.terms(), growing, bench.cancellation(),
                (model, before) -> bench.onText()
                        .accept(bench.phrases().say("text.waiting", "model", model, "before", before))));
        if (answer instanceof Answer.Failed failed && failed.failure() == Failure.CANCELLED) {
            throw new CancellationException();
        }
        return answer instanceof Answered given ? given.saying(echo.removed(given.text())) : answer;
    }

    private static Answered answered(Answer answer) {
        return switch (answer) {
            case Answered answered -> answered;
            case Answer.Failed failed -> throw new UserFacingException(withPartial(failed));
        };
    }

    /// What had been seen of an answer stays, though it broke off.
    private static Sentence withPartial(Answer.Failed failed) {
        return failed.partial().isBlank()
                ? failed.what()
                : Sentence.of("failure.partial", "partial", failed.partial().strip(), "why", failed.what());
    }

    /// History, then the words with the materials behind them, marked as data and cut to what models take.
    public static Prompt prompt(String system, String words, Workbench bench, Prompt.Sampling sampling) {
        return Brief.of(system, words, bench, sampling, Brief.BUDGET).prompt();
    }

    /// A further round in the same conversation.
    public static Prompt next(Prompt prompt, String answer, String words) {
        var turns = new ArrayList<>(prompt.turns());
        turns.add(new Prompt.Turn(Prompt.Turn.Role.ASSISTANT, answer));
        turns.add(new Prompt.Turn(Prompt.Turn.Role.PERSON, words));
        return new Prompt(prompt.system(), turns, prompt.sampling(), prompt.schema());
    }

    /// Both rounds as one: who answered last, with time, tokens and cost of both.
    public static Answered sum(Answered first, Answered last) {
        return first.then(last);
    }
}
