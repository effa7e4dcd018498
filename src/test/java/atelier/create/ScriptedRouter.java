package atelier.create;

import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.generation.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Answers from a queue, streamed in small pieces, and remembers what it was asked.
public final class ScriptedRouter implements Router {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> asked = new ArrayList<>();

    /// Each answer costs 10 tokens in, 20 out, 100 ms and a cent.
    public ScriptedRouter says(String text) {
        answers.add(new Answer.Answered(text, "tiny", "ollama", true, 5, 100, 10, 20, 0.01, List.of()));
        return this;
    }

    public ScriptedRouter fails(Failure failure, String sentence) {
        answers.add(new Answer.Failed(failure, "", sentence, List.of()));
        return this;
    }

    @Override
    public Answer generate(Request request) {
        asked.add(request);
        var answer = answers.remove();
        if (answer instanceof Answer.Answered answered) {
            for (int at = 0; at < answered.text().length(); at += 7) {
                request.onText().accept(answered.text().substring(at, Math.min(at + 7, answered.text().length())));
            }
        }
        return answer;
    }

    public List<Request> asked() {
        return List.copyOf(asked);
    }

    /// The last words of the person in a request, materials included.
    public String words(int request) {
        return asked.get(request).prompt().turns().getLast().text();
    }

    public String system(int request) {
        return asked.get(request).prompt().system();
    }

    /// A bench with nothing on it that collects the progress.
    public static Workbench bench(List<String> progress, Workbench.Material... materials) {
        return new Workbench(List.of(), List.of(materials), Terms.of(null, null, true), 1, progress::add,
                new Cancellation());
    }
}
